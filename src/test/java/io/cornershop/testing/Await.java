package io.cornershop.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition, with a deadline. */
public final class Await {

  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final Duration LONG_DEADLINE = Duration.ofSeconds(60);
  private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

  private Await() {}

  /** The first value that fulfils {@code condition}; an error with the last one after 30 s. */
  public static <T> T until(Supplier<T> value, Predicate<T> condition) {
    return until(DEADLINE, value, condition);
  }

  /** Returns when {@code condition} holds; an error that says {@code what} did not, after 60 s. */
  public static void holds(String what, BooleanSupplier condition) {
    until(LONG_DEADLINE, () -> condition.getAsBoolean() ? what : "not: " + what, what::equals);
  }

  /** The first value that fulfils {@code condition}; an error with the last one at the end. */
  public static <T> T until(Duration deadline, Supplier<T> value, Predicate<T> condition) {
    Instant end = Instant.now().plus(deadline);
    T last = value.get();
    while (!condition.test(last)) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("Still " + last + " after " + deadline);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      last = value.get();
    }
    return last;
  }
}
