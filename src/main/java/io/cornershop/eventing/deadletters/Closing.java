package io.cornershop.eventing.deadletters;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The end of a letter. Immutable.
 *
 * @param at when it was retried or discarded, in milliseconds
 * @param emptied whether its bytes and headers were removed since
 */
public record Closing(Instant at, boolean emptied) {

  /** Cuts the time to milliseconds. */
  public Closing {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
