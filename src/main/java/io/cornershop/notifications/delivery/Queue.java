package io.cornershop.notifications.delivery;

import java.time.Duration;
import java.time.Instant;

/** Gives those who have to wait a time each, so that not all come back at once. Not thread-safe. */
final class Queue {

  private final Duration longest;
  private Instant last = Instant.EPOCH;

  /**
   * @param longest further than this nobody is put off; then the queue begins anew
   */
  Queue(Duration longest) {
    this.longest = longest;
  }

  /** A time behind all that were given, and behind {@code earliest}. */
  Instant placeBehind(Instant earliest, Duration interval) {
    boolean anew = last.isBefore(earliest) || last.isAfter(earliest.plus(longest));
    last = (anew ? earliest : last).plus(interval);
    return last;
  }

  /** Nobody has to wait behind those who were given a time before. */
  void clear() {
    last = Instant.EPOCH;
  }
}
