package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.RowEvents.Decoded;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * Brings rows of one view up to events, wherever the rows lie and whoever wants it: the consumer of
 * the live events, or a rebuild. Thread-safe.
 *
 * <p>What the events make of a row, {@link RowChanges} knows. The write succeeds only on the
 * revision that was read, so writers of one row cannot lose each other's events: the later one
 * reads again.
 */
public final class RowUpdates<V> {

  private static final int MAX_ATTEMPTS = 20;
  private static final Consumer<DamagedRow> REFUSED =
      damage -> {
        throw damage;
      };

  private final SortedSet<String> aggregateTypes;
  private final RowChanges<V> changes;

  /**
   * @param gaps is told of events that did not come by themselves
   * @throws IllegalArgumentException when the projection wants an event that no aggregate has
   */
  public RowUpdates(
      Projection<V> projection,
      EventTypes types,
      EventJson json,
      EventStore store,
      GapListener gaps) {
    this.aggregateTypes = types.aggregatesOf(projection.events());
    this.changes = new RowChanges<>(projection, types, json, store, gaps);
  }

  /** The projection that makes the rows. */
  public Projection<V> projection() {
    return changes.projection();
  }

  /** The wire names of the events that rows are made of. */
  public Set<String> eventTypes() {
    return changes.eventTypes();
  }

  /** The types of the aggregates whose events these are. */
  public SortedSet<String> aggregateTypes() {
    return aggregateTypes;
  }

  /** The id of the row that a wanted event belongs to. */
  String rowOf(EventEnvelope event) {
    return changes.rowOf(event);
  }

  /**
   * Brings the event's row up to the event.
   *
   * @param applied is told of the events that were new, once their row is written
   * @throws io.cornershop.eventing.events.UnreadableEvent when this build cannot decode the event
   *     or one before it
   * @throws Unavailable when a database does not answer, or other writers were always first
   */
  void apply(Rows rows, EventEnvelope event, Consumer<List<EventEnvelope>> applied) {
    applyToOne(target(rows, applied), changes.decoded(List.of(event)).byRow());
  }

  private RowTarget target(Rows rows, Consumer<List<EventEnvelope>> applied) {
    return new RowTarget(rows, changes::fetch, REFUSED, applied);
  }

  private void applyToOne(RowTarget target, Map<String, List<Decoded>> byRow) {
    byRow.forEach(
        (id, ofRow) -> {
          if (!isBegun(target, id, ofRow)) {
            applySingly(target, id, ofRow);
          }
        });
  }

  /** A stream's first event mostly begins a row: it is written without a look, or not at all. */
  private boolean isBegun(RowTarget target, String id, List<Decoded> events) {
    return events.getFirst().envelope().sequence() == 1
        && changes
            .next(id, Optional.empty(), events, target.between())
            .filter(change -> isSaved(target, change))
            .isPresent();
  }

  private boolean isSaved(RowTarget target, RowChange<V> change) {
    boolean saved = target.rows().save(projection(), change.row());
    if (saved) {
      target.applied().accept(change.applied());
    }
    return saved;
  }

  /**
   * Brings the events' rows up to the events: one read and one write for all of them, and further
   * ones for rows at which another writer was first. Throws what {@link #apply} throws; some rows
   * may be up to their events then.
   *
   * @param events that are wanted; those of one stream in order
   * @param applied is told of the events that were new, once their row is written
   */
  public void applyAll(
      Rows rows, List<EventEnvelope> events, Consumer<List<EventEnvelope>> applied) {
    Map<String, List<Decoded>> byRow = changes.decoded(events).byRow();
    if (byRow.size() == 1) {
      applyToOne(target(rows, applied), byRow);
    } else {
      applyAll(target(rows, applied), byRow);
    }
  }

  /**
   * The same for a version that nobody reads: with another way to find what lies between what a row
   * has seen and its next event. A row that is damaged there stays as it is; a comparison finds it.
   */
  public void applyAll(Rows rows, List<EventEnvelope> events, EventsBetween between) {
    applyAll(rows, changes.decoded(events).byRow(), between);
  }

  RowEvents noEvents() {
    return changes.noEvents();
  }

  void applyAll(Rows rows, Map<String, List<Decoded>> byRow, EventsBetween between) {
    applyAll(RowTarget.aside(rows, between), byRow);
  }

  private void applyAll(RowTarget target, Map<String, List<Decoded>> byRow) {
    Map<String, Row<V>> present = target.rows().loadAll(projection(), byRow.keySet());
    List<RowChange<V>> changed = changes.all(byRow, present, target.between());
    Set<String> written =
        target.rows().saveAll(projection(), changed.stream().map(RowChange::row).toList());
    for (RowChange<V> change : changed) {
      if (written.contains(change.id())) {
        target.applied().accept(change.applied());
      } else {
        applyOrReport(target, change.id(), byRow.get(change.id()));
      }
    }
  }

  private void applyOrReport(RowTarget target, String id, List<Decoded> events) {
    try {
      applySingly(target, id, events);
    } catch (DamagedRow e) {
      target.damage().accept(e);
    }
  }

  /**
   * The rows after the events; without those that include theirs already.
   *
   * @param present the rows as they are, by their ids
   */
  List<Row<V>> changed(
      Map<String, List<Decoded>> byRow, Map<String, Row<V>> present, EventsBetween between) {
    return changes.all(byRow, present, between).stream().map(RowChange::row).toList();
  }

  private void applySingly(RowTarget target, String id, List<Decoded> events) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      Optional<Row<V>> present = target.rows().load(projection(), id);
      Optional<RowChange<V>> next = changes.next(id, present, events, target.between());
      if (next.isEmpty() || isSaved(target, next.get())) {
        return;
      }
    }
    throw new Unavailable(
        "A row of " + projection().name() + " is very busy", Duration.ofSeconds(1), null);
  }

  /** What the store has between two events of a stream, not counted as a gap. */
  public List<EventEnvelope> stored(StreamId stream, long after, long before) {
    return changes.stored(stream, after, before);
  }
}
