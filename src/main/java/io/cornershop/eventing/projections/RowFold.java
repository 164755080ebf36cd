package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.RowEvents.Decoded;
import io.cornershop.eventing.projections.Sources.Mark;
import io.cornershop.kernel.DomainEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row on its way from one revision to the next. Used by one thread. */
final class RowFold<V> {

  private final RowChanges<V> view;
  private final String id;
  private final String epoch;
  private final Map<StreamId, Mark> marks;
  private final List<EventEnvelope> applied = new ArrayList<>(1);
  private Optional<V> value;

  RowFold(RowChanges<V> view, String id, Optional<Row<V>> row) {
    this.view = view;
    this.epoch = view.epoch();
    this.id = id;
    this.value = row.map(Row::value);
    this.marks = new HashMap<>(row.map(Row::sources).orElse(Sources.NONE).marks());
  }

  long sequenceOf(StreamId stream) {
    return Sources.sequenceIn(marks.get(stream), epoch);
  }

  /** Takes the next event of a stream; one that does not concern the row only moves the mark. */
  void apply(EventEnvelope event) {
    if (isWanted(event)) {
      DomainEvent decoded = view.json().decode(event);
      if (view.projection().rowOf(decoded).equals(id)) {
        apply(event, decoded);
      }
    }
    mark(event);
  }

  /** The same for an event that is one of the row's. */
  void apply(Decoded event) {
    if (isWanted(event.envelope())) {
      apply(event.envelope(), event.event());
    }
    mark(event.envelope());
  }

  private boolean isWanted(EventEnvelope event) {
    return view.eventTypes().contains(event.type().name());
  }

  private void apply(EventEnvelope envelope, DomainEvent event) {
    value = Optional.of(view.projection().apply(value, event, envelope));
    applied.add(envelope);
  }

  private void mark(EventEnvelope event) {
    marks.put(event.stream(), new Mark(event.sequence(), epoch));
  }

  RowChange<V> change(long revision) {
    Row<V> row = new Row<>(id, value.orElseThrow(), new Sources(marks), revision);
    return new RowChange<>(row, applied);
  }
}
