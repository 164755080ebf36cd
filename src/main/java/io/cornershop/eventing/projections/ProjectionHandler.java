package io.cornershop.eventing.projections;

import io.cornershop.eventing.consuming.BulkEventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.UnreadableEvent;
import io.cornershop.eventing.store.EventStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Keeps one view up to date with what is published: the version that is read, and every other that
 * must not fall behind. How a row is brought up to an event: {@link RowUpdates}. Thread-safe.
 */
public final class ProjectionHandler<V> implements BulkEventHandler {

  /** The consumer group in which all views are kept up to date. */
  public static final String GROUP = "projections";

  private final RowUpdates<V> updates;
  private final CurrentRows rows;
  private final ProjectionObserver observer;

  /** A handler that nobody observes. */
  public ProjectionHandler(RowUpdates<V> updates, CurrentRows rows) {
    this(updates, rows, ProjectionObserver.NONE);
  }

  public ProjectionHandler(RowUpdates<V> updates, CurrentRows rows, ProjectionObserver observer) {
    this.updates = updates;
    this.rows = rows;
    this.observer = observer;
  }

  /**
   * A view that has one version for ever.
   *
   * @throws IllegalArgumentException when the projection wants an event that no aggregate has
   */
  public ProjectionHandler(
      Projection<V> projection, EventTypes types, EventJson json, EventStore store, Rows rows) {
    this(
        new RowUpdates<>(projection, types, json, store, GapListener.NONE), CurrentRows.only(rows));
  }

  @Override
  public String name() {
    return updates.projection().name();
  }

  @Override
  public String group() {
    return GROUP;
  }

  @Override
  public Set<String> eventTypes() {
    return updates.eventTypes();
  }

  /** The row, so that it has one writer here at a time. */
  @Override
  public String keyOf(EventEnvelope event) {
    try {
      return updates.rowOf(event);
    } catch (UnreadableEvent e) {
      // Its row cannot be told. Handling it fails, and the row's guard waits for it, in any lane.
      return event.stream().aggregateId();
    }
  }

  /**
   * Brings the event's row up to the event.
   *
   * @throws UnreadableEvent when this build cannot decode the event or one before it, or when rows
   *     of a newer build need the event too: that build has to have it
   * @throws DamagedRow when somebody has changed the row so that it cannot be read
   * @throws io.cornershop.kernel.Unavailable when a database does not answer, or other writers were
   *     always first
   */
  @Override
  public void handle(EventEnvelope event) {
    List<Rows> fed = rows.fed(updates.projection());
    if (!fed.isEmpty()) {
      feed(fed, List.of(event), () -> updates.apply(fed.getFirst(), event, this::applied));
    }
    requireNotOutgrown();
  }

  /** Brings the events' rows up to the events, many at once; throws what {@link #handle} throws. */
  @Override
  public void handleAll(List<EventEnvelope> events) {
    List<Rows> fed = rows.fed(updates.projection());
    if (!fed.isEmpty()) {
      feed(fed, events, () -> updates.applyAll(fed.getFirst(), events, this::applied));
    }
    requireNotOutgrown();
  }

  /** A row that is damaged where it is read must not be missing in what will replace it. */
  private void feed(List<Rows> fed, List<EventEnvelope> events, Runnable toTheFirst) {
    long begun = System.nanoTime();
    try {
      toTheFirst.run();
      observer.updated(name(), Duration.ofNanos(System.nanoTime() - begun));
    } catch (DamagedRow e) {
      alsoTo(fed, events);
      throw e;
    }
    alsoTo(fed, events);
  }

  private void applied(List<EventEnvelope> events) {
    events.forEach(event -> observer.applied(name(), event));
  }

  private void requireNotOutgrown() {
    if (rows.outgrown(updates.projection())) {
      throw UnreadableEvent.outgrown("The view " + name());
    }
  }

  /** A version that is still being built lacks what its builder brings; that is no gap. */
  private void alsoTo(List<Rows> fed, List<EventEnvelope> events) {
    fed.stream().skip(1).forEach(each -> updates.applyAll(each, events, updates::stored));
  }
}
