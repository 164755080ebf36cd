package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.DomainEvent;
import java.util.Optional;
import java.util.Set;

/** One row on its way from one revision to the next. Used by one thread. */
final class RowFold<V> {

  private final Projection<V> projection;
  private final Set<String> wanted;
  private final EventJson json;
  private final String id;
  private final String epoch;
  private Optional<V> value;
  private Sources sources;

  RowFold(RowUpdates<V> updates, String id, Optional<Row<V>> row) {
    this.projection = updates.projection();
    this.wanted = updates.eventTypes();
    this.json = updates.json();
    this.epoch = updates.epoch();
    this.id = id;
    this.value = row.map(Row::value);
    this.sources = row.map(Row::sources).orElse(Sources.NONE);
  }

  long sequenceOf(StreamId stream) {
    return sources.sequenceOf(stream, epoch);
  }

  /** Takes the next event of a stream; one that does not concern the row only moves the mark. */
  void apply(EventEnvelope event) {
    if (wanted.contains(event.type().name())) {
      DomainEvent decoded = json.decode(event);
      if (projection.rowOf(decoded).equals(id)) {
        value = Optional.of(projection.apply(value, decoded, event));
      }
    }
    sources = sources.with(event.stream(), event.sequence(), epoch);
  }

  Row<V> row(long revision) {
    return new Row<>(id, value.orElseThrow(), sources, revision);
  }
}
