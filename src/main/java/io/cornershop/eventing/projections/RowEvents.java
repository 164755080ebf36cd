package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.kernel.DomainEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events by the rows that they belong to, each decoded once. Used by one thread. */
final class RowEvents {

  /** An event of a row. */
  record Decoded(EventEnvelope envelope, DomainEvent event) {}

  private final Projection<?> projection;
  private final EventJson json;
  private final Map<String, List<Decoded>> byRow = new LinkedHashMap<>();

  RowEvents(Projection<?> projection, EventJson json) {
    this.projection = projection;
    this.json = json;
  }

  /**
   * Takes one event more.
   *
   * @throws io.cornershop.eventing.events.UnreadableEvent when this build cannot decode it
   */
  void add(EventEnvelope envelope) {
    DomainEvent event = json.decode(envelope);
    byRow
        .computeIfAbsent(projection.rowOf(event), id -> new ArrayList<>(2))
        .add(new Decoded(envelope, event));
  }

  /** Those of one row in the order in which they came; by the ids of the rows. */
  Map<String, List<Decoded>> byRow() {
    return byRow;
  }
}
