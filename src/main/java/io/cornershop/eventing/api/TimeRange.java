package io.cornershop.eventing.api;

import io.cornershop.eventing.store.EventSearch.OfTime;
import io.cornershop.kernel.InvalidValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of a list of what happened in some time. */
public class TimeRange {

  @QueryParam("from")
  @Parameter(
      description = "The first time of the range; without it, from the beginning",
      example = "2026-11-01T00:00:00Z")
  private Instant from;

  @QueryParam("to")
  @Parameter(
      description = "The first time behind the range; without it, up to the end",
      example = "2026-12-01T00:00:00Z")
  private Instant to;

  /** For the JAX-RS runtime, which fills the fields. */
  public TimeRange() {}

  TimeRange(Instant from, Instant to) {
    this.from = from;
    this.to = to;
  }

  /**
   * What to look for.
   *
   * @throws InvalidValue when the range ends before it begins
   */
  OfTime search() {
    if (from != null && to != null && to.isBefore(from)) {
      throw new InvalidValue("to", "must not be earlier than from");
    }
    return new OfTime(
        Optional.ofNullable(from).orElse(Instant.MIN), Optional.ofNullable(to).orElse(Instant.MAX));
  }
}
