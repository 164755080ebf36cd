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
 * still has it, and always reads what has come behind it. Thread-safe.
 */
public final class AggregateLoader {

  private static final int PAGE = 100;

  /** A state with the head of the stream that it was folded from. */
  public record Loaded<S>(S state, StreamHead head) {}

  private final EventStore store;
  private final EventJson json;
  private final HotAggregates hot = new HotAggregates();

  public AggregateLoader(EventStore store, EventJson json) {
    this.store = store;
    this.json = json;
  }

  /** The present state; the initial one and an empty head when nothing has happened. */
  public <S, E extends DomainEvent> Loaded<S> load(Aggregate<?, S, E> aggregate, StreamId stream) {
    Loaded<S> start =
        hot.find(aggregate, stream)
            .orElseGet(() -> new Loaded<>(aggregate.decider().initial(), StreamHead.empty(stream)));
    Loaded<S> loaded = start;
    List<Commit> page;
    do {
      page = store.read(stream, loaded.head().sequence() + 1, PAGE);
      for (Commit commit : page) {
        loaded = fold(aggregate, loaded, commit);
      }
    } while (page.size() == PAGE);
    if (loaded != start) {
      hot.put(aggregate, loaded);
    }
    return loaded;
  }

  /** The state as it was when this node used the aggregate last: true, but maybe not present. */
  <S, E extends DomainEvent> Optional<Loaded<S>> hot(
      Aggregate<?, S, E> aggregate, StreamId stream) {
    return hot.find(aggregate, stream);
  }

  /** Keeps a state that a commit has led to. */
  void remember(Aggregate<?, ?, ?> aggregate, Loaded<?> loaded) {
    hot.put(aggregate, loaded);
  }

  private <S, E extends DomainEvent> Loaded<S> fold(
      Aggregate<?, S, E> aggregate, Loaded<S> loaded, Commit commit) {
    return new Loaded<>(fold(aggregate, loaded.state(), commit.events()), commit.head());
  }

  /**
   * The state after these events as they are stored. Also new events are folded from their stored
   * form: a state never knows more than a replay would tell.
   */
  <S, E extends DomainEvent> S fold(
      Aggregate<?, S, E> aggregate, S state, List<EventEnvelope> events) {
    S folded = state;
    for (EventEnvelope event : events) {
      folded = aggregate.evolve(folded, json.decode(event));
    }
    return folded;
  }
}
