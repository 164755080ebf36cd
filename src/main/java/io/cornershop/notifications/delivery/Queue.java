package io.cornershop.notifications.delivery;

import java.time.Duration;
import java.time.Instant;

/** Gives those who have to wait a time each, so that not all come back at once. Not thread-safe. */
final class Queue {

  /** Further than this nobody is put off; then the queue begins anew. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private Instant last = Instant.EPOCH;

  /** A time behind all that were given, and behind {@code earliest}. */
  Instant placeBehind(Instant earliest, Duration interval) {
    boolean anew = last.isBefore(earliest) || last.isAfter(earliest.plus(LONGEST));
    last = (anew ? earliest : last).plus(interval);
    return last;
  }
}
