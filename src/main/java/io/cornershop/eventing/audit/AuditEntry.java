package io.cornershop.eventing.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One thing that an operator has asked for. Immutable.
 *
 * @param id of the request, so that a repeat of it is one entry
 * @param at when, in milliseconds, by the clock of the node that was asked
 * @param who the user id of the caller
 * @param action what, as a stable word such as {@code dead-letter.retry}
 * @param target to what, by its id; never personal data
 * @param correlationId of the request
 * @param reason why, in the operator's words
 */
public record AuditEntry(
    String id,
    Instant at,
    String who,
    String action,
    String target,
    String correlationId,
    Optional<String> reason) {

  /** Cuts the time to the milliseconds that are kept. */
  public AuditEntry {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
