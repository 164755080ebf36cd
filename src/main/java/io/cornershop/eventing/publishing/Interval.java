package io.cornershop.eventing.publishing;

import java.time.Duration;

/** Says when enough time has passed since the last time. One thread. */
final class Interval {

  private final long nanos;
  private long last = System.nanoTime();

  Interval(Duration length) {
    this.nanos = length.toNanos();
  }

  boolean over() {
    return System.nanoTime() - last >= nanos;
  }

  void restart() {
    last = System.nanoTime();
  }
}
