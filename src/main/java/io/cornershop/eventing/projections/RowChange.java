package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.EventEnvelope;
import java.util.List;

/**
 * A row as it is to be written next.
 *
 * @param applied the events that made it of the row before
 */
record RowChange<V>(Row<V> row, List<EventEnvelope> applied) {

  String id() {
    return row.id();
  }
}
