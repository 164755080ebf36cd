package io.cornershop.eventing.commands;

import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.kernel.DomainEvent;
import java.util.List;
import java.util.Optional;

/**
 * Folds the history of one aggregate into its state. Begins at the state that it folded last, if it
 * still has it, or at a snapshot when the history is long, and always reads what has come behind.
 * Thread-safe.
 */
public final class AggregateLoader {

  /** Shorter histories are read in one go and need no snapshot. */
  static final int FIRST_PAGE = 32;

  private static final int PAGE = 100;

  /** A state with the head of the stream that it was folded from. */
  public record Loaded<S>(S state, StreamHead head) {}

  private final EventStore store;
  private final EventJson json;
  private final Optional<SnapshotTaker> snapshots;
  private final HotAggregates hot = new HotAggregates();

  /** A loader without snapshots. */
  public AggregateLoader(EventStore store, EventJson json) {
    this(store, json, Optional.empty());
  }

  public AggregateLoader(EventStore store, EventJson json, Optional<SnapshotTaker> snapshots) {
    this.store = store;
    this.json = json;
    this.snapshots = snapshots;
  }

  /** The present state; the initial one and an empty head when nothing has happened. */
  public <S, E extends DomainEvent> Loaded<S> load(Aggregate<?, S, E> aggregate, StreamId stream) {
    Optional<Loaded<S>> known = hot(aggregate, stream);
    Loaded<S> start =
        known.orElseGet(
            () -> new Loaded<>(aggregate.decider().initial(), StreamHead.empty(stream)));
    List<Commit> page = store.read(stream, start.head().sequence() + 1, FIRST_PAGE);
    Loaded<S> loaded = fold(aggregate, start, page);
    if (page.size() == FIRST_PAGE) {
      loaded = known.isPresent() ? foldRest(aggregate, loaded) : loadLong(aggregate, loaded);
    }
    if (loaded != start) {
      hot.put(aggregate, loaded);
    }
    return loaded;
  }

  private <S, E extends DomainEvent> Loaded<S> loadLong(
      Aggregate<?, S, E> aggregate, Loaded<S> beginning) {
    Loaded<S> start = snapshotBehind(aggregate, beginning).orElse(beginning);
    Loaded<S> loaded = foldRest(aggregate, start);
    long unabridged = start == beginning ? 0 : start.head().sequence();
    takeSnapshotIfDue(aggregate, loaded, unabridged);
    return loaded;
  }

  /** A snapshot that goes further and whose head is really a commit of the stream. */
  private <S, E extends DomainEvent> Optional<Loaded<S>> snapshotBehind(
      Aggregate<?, S, E> aggregate, Loaded<S> beginning) {
    StreamHead begun = beginning.head();
    return snapshots
        .flatMap(taker -> taker.find(aggregate, begun.stream(), store.epoch()))
        .filter(snapshot -> snapshot.head().sequence() > begun.sequence())
        .filter(snapshot -> isOfTheStream(snapshot.head()));
  }

  private boolean isOfTheStream(StreamHead head) {
    return store.readAll(List.of(head.commitId())).stream()
        .anyMatch(commit -> commit.head().equals(head));
  }

  private <S, E extends DomainEvent> Loaded<S> foldRest(
      Aggregate<?, S, E> aggregate, Loaded<S> beginning) {
    Loaded<S> loaded = beginning;
    List<Commit> page;
    do {
      page = store.read(loaded.head().stream(), loaded.head().sequence() + 1, PAGE);
      loaded = fold(aggregate, loaded, page);
    } while (page.size() == PAGE);
    return loaded;
  }

  /** The state as it was when this node used the aggregate last: true, but maybe not present. */
  public <S, E extends DomainEvent> Optional<Loaded<S>> hot(
      Aggregate<?, S, E> aggregate, StreamId stream) {
    return hot.find(aggregate, stream);
  }

  /** Keeps the state that a new commit has led to. */
  void remember(Aggregate<?, ?, ?> aggregate, Loaded<?> loaded, Commit commit) {
    hot.put(aggregate, loaded);
    takeSnapshotIfDue(aggregate, loaded, commit.firstSequence() - 1);
  }

  /** Not of states that tell of people: what is to be forgotten lies in the events alone. */
  private void takeSnapshotIfDue(Aggregate<?, ?, ?> aggregate, Loaded<?> loaded, long before) {
    snapshots
        .filter(taker -> taker.isDue(before, loaded.head().sequence()))
        .filter(taker -> !json.holdsPersonalData(aggregate.type()))
        .ifPresent(taker -> taker.take(aggregate, loaded, store.epoch()));
  }

  private <S, E extends DomainEvent> Loaded<S> fold(
      Aggregate<?, S, E> aggregate, Loaded<S> beginning, List<Commit> commits) {
    Loaded<S> loaded = beginning;
    for (Commit commit : commits) {
      loaded = new Loaded<>(foldEvents(aggregate, loaded.state(), commit.events()), commit.head());
    }
    return loaded;
  }

  /**
   * The state after these events as they are stored. Also new events are folded from their stored
   * form: a state never knows more than a replay would tell.
   */
  <S, E extends DomainEvent> S foldEvents(
      Aggregate<?, S, E> aggregate, S state, List<EventEnvelope> events) {
    S folded = state;
    for (EventEnvelope event : events) {
      folded = aggregate.evolve(folded, json.decode(event));
    }
    return folded;
  }
}
