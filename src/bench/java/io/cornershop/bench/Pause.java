package io.cornershop.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits, always with a deadline. */
final class Pause {

  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private Pause() {}

  /** Looks now and then whether {@code condition} holds. */
  static void until(String what, BooleanSupplier condition) throws InterruptedException {
    until(() -> what, Duration.ofMillis(50), condition);
  }

  /** Looks after every {@code pause} whether {@code condition} holds. */
  static void until(Supplier<String> what, Duration pause, BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("Not within " + DEADLINE + ": " + what.get());
      }
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    }
  }

  /** Returns when it is {@code instant} by {@link System#nanoTime}, at once if it was. */
  static void untilNanos(long instant) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(instant - System.nanoTime());
  }
}
