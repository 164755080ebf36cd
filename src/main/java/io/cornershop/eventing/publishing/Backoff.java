package io.cornershop.eventing.publishing;

import java.time.Duration;

/** Doubles the pause between attempts, from a tenth of a second to five seconds. One thread. */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private Duration next = FIRST;

  Duration next() {
    Duration pause = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return pause;
  }

  void reset() {
    next = FIRST;
  }
}
