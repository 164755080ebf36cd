package io.cornershop.eventing.publishing.topics;

import java.time.Duration;

/** Doubles the pause between attempts, from a tenth of a second to five seconds. One thread. */
public final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private Duration next = FIRST;

  /** How long to wait now. */
  public Duration next() {
    Duration pause = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return pause;
  }

  /** The next pause is the shortest again. */
  public void reset() {
    next = FIRST;
  }
}
