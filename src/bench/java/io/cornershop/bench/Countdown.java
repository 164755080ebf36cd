package io.cornershop.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/** The rate at which so many events were handled, from the first that came. Thread-safe. */
final class Countdown {

  private final int all;
  private final IntConsumer progress;
  private final AtomicInteger handled = new AtomicInteger();
  private final AtomicLong first = new AtomicLong();
  private final AtomicLong last = new AtomicLong();

  Countdown(int all) {
    this(all, handled -> {});
  }

  /**
   * @param progress is told, by those who handle, how many were handled so far
   */
  Countdown(int all, IntConsumer progress) {
    this.all = all;
    this.progress = progress;
  }

  /** Events have come; only the first call counts. */
  void came() {
    first.compareAndSet(0, System.nanoTime());
  }

  /** The effect of so many is durable. */
  void handled(int events) {
    int sum = handled.addAndGet(events);
    progress.accept(sum);
    if (sum >= all) {
      last.compareAndSet(0, System.nanoTime());
    }
  }

  boolean isOver() {
    return last.get() != 0;
  }

  /** Per second. */
  double rate() throws InterruptedException {
    Pause.until(() -> handled + " of " + all, Duration.ofMillis(20), this::isOver);
    return all * 1e9 / (last.get() - first.get());
  }
}
