package io.cornershop.notifications.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * So many in a stretch of time, and as many at once after a pause. Pure: what has gone by is one
 * point in time, the one at which all of it would have gone at an even pace.
 *
 * <p>The technique is the generic cell rate algorithm of ITU-T I.371.
 *
 * @param most at least 1
 */
public record Rate(int most, Duration per) {

  public Rate {
    if (most < 1) {
      throw new IllegalArgumentException("A rate has to be at least 1");
    }
  }

  /** From one to the next at an even pace. */
  Duration interval() {
    return per.dividedBy(most);
  }

  /** When the next may go. */
  Instant notBefore(Instant gone) {
    return gone.plus(interval()).minus(per);
  }

  /** What has gone after one more. */
  Instant after(Instant gone, Instant now) {
    return (gone.isAfter(now) ? gone : now).plus(interval());
  }

  /** What has gone when one of them has not gone after all. */
  Instant without(Instant gone) {
    return gone.minus(interval());
  }
}
