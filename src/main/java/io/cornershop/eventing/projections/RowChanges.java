package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.RowEvents.Decoded;
import io.cornershop.eventing.store.EventStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What events make of the rows of one view. Thread-safe.
 *
 * <p>Each row counts, per source stream, the sequences that it has seen. An event that it has seen
 * changes nothing; before one that is not the next, those between are fetched from the store and
 * applied first.
 *
 * <p>A row with a mark from another life of the store (after a restore) is made anew: its source
 * streams, as the store has them now, are folded one after the other onto an empty row. Sequences
 * of the other life are neither applied nor skipped by.
 */
final class RowChanges<V> {

  private final Projection<V> projection;
  private final Set<String> eventTypes;
  private final EventJson json;
  private final StreamHistory history;
  private final GapListener gaps;

  RowChanges(
      Projection<V> projection,
      EventTypes types,
      EventJson json,
      EventStore store,
      GapListener gaps) {
    this.projection = projection;
    this.eventTypes = types.namesOf(projection.events());
    this.json = json;
    this.history = new StreamHistory(store);
    this.gaps = gaps;
  }

  Projection<V> projection() {
    return projection;
  }

  Set<String> eventTypes() {
    return eventTypes;
  }

  EventJson json() {
    return json;
  }

  String epoch() {
    return history.epoch();
  }

  /** The id of the row that a wanted event belongs to. */
  String rowOf(EventEnvelope event) {
    return projection.rowOf(json.decode(event));
  }

  RowEvents decoded(List<EventEnvelope> events) {
    RowEvents decoded = noEvents();
    events.forEach(decoded::add);
    return decoded;
  }

  RowEvents noEvents() {
    return new RowEvents(projection, json);
  }

  /**
   * The rows after the events; without those that include theirs already.
   *
   * @param present the rows as they are, by their ids
   */
  List<RowChange<V>> all(
      Map<String, List<Decoded>> byRow, Map<String, Row<V>> present, EventsBetween between) {
    List<RowChange<V>> changed = new ArrayList<>();
    byRow.forEach(
        (id, ofRow) ->
            next(id, Optional.ofNullable(present.get(id)), ofRow, between).ifPresent(changed::add));
    return changed;
  }

  /** The row after the events; empty when it includes them already. */
  Optional<RowChange<V>> next(
      String id, Optional<Row<V>> row, List<Decoded> events, EventsBetween between) {
    boolean outlived = row.map(Row::sources).orElse(Sources.NONE).outlived(history.epoch());
    RowFold<V> fold =
        outlived ? madeAnew(id, row.orElseThrow().sources()) : new RowFold<>(this, id, row);
    boolean changed = outlived;
    for (Decoded event : events) {
      EventEnvelope envelope = event.envelope();
      long seen = fold.sequenceOf(envelope.stream());
      if (envelope.sequence() > seen) {
        between.of(envelope.stream(), seen, envelope.sequence()).forEach(fold::apply);
        fold.apply(event);
        changed = true;
      }
    }
    return changed
        ? Optional.of(fold.change(row.map(Row::revision).orElse(0L) + 1))
        : Optional.empty();
  }

  /** What lies between two events of a stream; it did not come by itself. */
  List<EventEnvelope> fetch(StreamId stream, long after, long before) {
    List<EventEnvelope> fetched = history.between(stream, after, before);
    int wanted = (int) fetched.stream().filter(e -> eventTypes.contains(e.type().name())).count();
    if (wanted > 0) {
      gaps.filled(projection.name(), stream, wanted);
    }
    return fetched;
  }

  /** The same, not counted as a gap. */
  List<EventEnvelope> stored(StreamId stream, long after, long before) {
    return history.between(stream, after, before);
  }

  private RowFold<V> madeAnew(String id, Sources sources) {
    RowFold<V> fold = new RowFold<>(this, id, Optional.empty());
    for (StreamId stream : sources.marks().keySet()) {
      history.all(stream).forEach(fold::apply);
    }
    return fold;
  }
}
