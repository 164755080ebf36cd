package io.cornershop.eventing.projections;

import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.events.UnreadableEvent;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps one view up to date. Thread-safe.
 *
 * <p>Each row counts, per source stream, the sequences that it has seen. An event that it has seen
 * changes nothing; before one that is not the next, those between are fetched from the store and
 * applied first. The write succeeds only on the revision that was read, so writers of one row
 * cannot lose each other's events: the later one reads again.
 *
 * <p>A row with a mark from another life of the store (after a restore) is made anew: its source
 * streams, as the store has them now, are folded one after the other onto an empty row. Sequences
 * of the other life are neither applied nor skipped by.
 */
public final class ProjectionHandler<V> implements EventHandler {

  /** The consumer group in which all views are kept up to date. */
  public static final String GROUP = "projections";

  private static final int MAX_ATTEMPTS = 20;

  private final Projection<V> projection;
  private final Set<String> eventTypes;
  private final EventJson json;
  private final StreamHistory history;
  private final Rows rows;

  /**
   * @throws IllegalArgumentException when the projection wants an event that no aggregate has
   */
  public ProjectionHandler(
      Projection<V> projection, EventTypes types, EventJson json, EventStore store, Rows rows) {
    this.projection = projection;
    this.eventTypes =
        projection.events().stream()
            .map(event -> types.of(event).type().name())
            .collect(Collectors.toUnmodifiableSet());
    this.json = json;
    this.history = new StreamHistory(store);
    this.rows = rows;
  }

  @Override
  public String name() {
    return projection.name();
  }

  @Override
  public String group() {
    return GROUP;
  }

  @Override
  public Set<String> eventTypes() {
    return eventTypes;
  }

  /** The row, so that it has one writer here at a time. */
  @Override
  public String keyOf(EventEnvelope event) {
    try {
      return projection.rowOf(json.decode(event));
    } catch (UnreadableEvent e) {
      // Its row cannot be told. Handling it fails, and the row's guard waits for it, in any lane.
      return event.stream().aggregateId();
    }
  }

  /**
   * Brings the event's row up to the event.
   *
   * @throws UnreadableEvent when this build cannot decode the event or one before it
   * @throws Unavailable when a database does not answer, or other writers were always first
   */
  @Override
  public void handle(EventEnvelope event) {
    String rowId = projection.rowOf(json.decode(event));
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      if (attempt(rowId, event)) {
        return;
      }
    }
    throw new Unavailable("A row of " + name() + " is very busy", Duration.ofSeconds(1), null);
  }

  /** False when another writer was first. */
  private boolean attempt(String rowId, EventEnvelope event) {
    Optional<Row<V>> row = rows.load(projection, rowId);
    boolean outlived = row.map(Row::sources).orElse(Sources.NONE).outlived(history.epoch());
    RowFold<V> fold =
        outlived ? madeAnew(rowId, row.orElseThrow().sources()) : new RowFold<>(this, rowId, row);
    long seen = fold.sequenceOf(event.stream());
    if (event.sequence() > seen) {
      history.between(event.stream(), seen, event.sequence()).forEach(fold::apply);
      fold.apply(event);
    } else if (!outlived) {
      return true;
    }
    return rows.save(projection, fold.row(row.map(Row::revision).orElse(0L) + 1));
  }

  private RowFold<V> madeAnew(String rowId, Sources sources) {
    RowFold<V> fold = new RowFold<>(this, rowId, Optional.empty());
    for (StreamId stream : sources.marks().keySet()) {
      history.all(stream).forEach(fold::apply);
    }
    return fold;
  }

  Projection<V> projection() {
    return projection;
  }

  EventJson json() {
    return json;
  }

  String epoch() {
    return history.epoch();
  }
}
