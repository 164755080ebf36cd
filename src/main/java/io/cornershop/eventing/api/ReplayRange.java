package io.cornershop.eventing.api;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.InvalidValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that say up to where a history is folded, and what of it is shown. */
public class ReplayRange {

  @QueryParam("asOf")
  @Parameter(
      description = "The state at this time; without it, now",
      example = "2026-11-01T12:00:00Z")
  private Instant asOf;

  @QueryParam("asOfSequence")
  @Parameter(description = "The state after the event with this sequence", example = "3")
  private Long asOfSequence;

  @QueryParam("fromDate")
  @Parameter(
      description =
          "Shows the events from this time on; the state is still made of everything before",
      example = "2026-11-01T00:00:00Z")
  private Instant fromDate;

  /** For the JAX-RS runtime, which fills the fields. */
  public ReplayRange() {}

  ReplayRange(Instant asOf, Long asOfSequence, Instant fromDate) {
    this.asOf = asOf;
    this.asOfSequence = asOfSequence;
    this.fromDate = fromDate;
  }

  /**
   * Checks what can be checked without a history.
   *
   * @throws InvalidValue when the sequence is negative or the times are in the wrong order
   */
  void requireValid() {
    if (asOfSequence != null && asOfSequence < 0) {
      throw new InvalidValue("asOfSequence", "must not be negative");
    }
    if (fromDate != null && asOf != null && asOf.isBefore(fromDate)) {
      throw new InvalidValue("fromDate", "must not be later than asOf");
    }
  }

  /** The beginning of a history that is folded. */
  List<EventEnvelope> folded(List<EventEnvelope> history) {
    long last = Optional.ofNullable(asOfSequence).orElse(Long.MAX_VALUE);
    Instant latest = Optional.ofNullable(asOf).orElse(Instant.MAX);
    return history.stream()
        .takeWhile(event -> event.sequence() <= last && !event.timestamp().isAfter(latest))
        .toList();
  }

  /** Whether an event that was folded is shown too. */
  boolean shows(EventEnvelope event) {
    return fromDate == null || !event.timestamp().isBefore(fromDate);
  }
}
