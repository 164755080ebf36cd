package io.cornershop.eventing.timers;

import java.time.Instant;

/**
 * A timer that nobody holds.
 *
 * @param heldUntil the end of the last claim; the epoch when it was never claimed
 * @param claims how often it was claimed for this due time
 */
public record DueTimer(Timer timer, Instant heldUntil, int claims) {

  /** The same after one more claim. */
  DueTimer claimed(Instant until) {
    return new DueTimer(timer, until, claims + 1);
  }
}
