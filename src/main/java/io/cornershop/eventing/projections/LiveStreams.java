package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.StreamCommits;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.ReplayFirewall;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Views that are computed when they are asked for: one stream, folded from the store, so the answer
 * includes every command that has been answered. Thread-safe.
 */
public final class LiveStreams {

  private final EventStore store;
  private final StreamHistory history;
  private final StreamCommits commits;
  private final EventJson json;

  public LiveStreams(EventStore store, EventJson json) {
    this.store = store;
    this.history = new StreamHistory(store);
    this.commits = new StreamCommits(store);
    this.json = json;
  }

  /**
   * Whether anything has happened in the stream; reads no more than its first commit.
   *
   * @throws io.cornershop.kernel.Unavailable when the store does not answer
   */
  public boolean exists(StreamId stream) {
    return !store.read(stream, 1, 1).isEmpty();
  }

  /**
   * What {@code evolve} makes of the stream; empty when nothing has happened in it.
   *
   * @param evolve pure; the first event finds nothing
   * @throws io.cornershop.kernel.Unavailable when the store does not answer
   * @throws io.cornershop.eventing.events.UnreadableEvent when an event is not known to this build
   */
  public <V> Optional<V> fold(StreamId stream, BiFunction<Optional<V>, DomainEvent, V> evolve) {
    List<EventEnvelope> events = history.all(stream);
    return ReplayFirewall.during("The fold of " + stream, () -> folded(events, evolve));
  }

  /**
   * The first thing that has happened in the stream; reads no more than its first commit.
   *
   * @throws io.cornershop.kernel.Unavailable when the store does not answer
   * @throws io.cornershop.eventing.events.UnreadableEvent when it is not known to this build
   */
  public Optional<DomainEvent> first(StreamId stream) {
    return store.read(stream, 1, 1).stream()
        .findFirst()
        .map(commit -> json.decode(commit.events().getFirst()));
  }

  /**
   * The last thing that has happened in the stream, as of this moment; reads little of a long one.
   *
   * @throws io.cornershop.kernel.Unavailable when the store does not answer
   * @throws io.cornershop.eventing.events.UnreadableEvent when it is not known to this build
   */
  public Optional<DomainEvent> latest(StreamId stream) {
    return commits.last(stream).map(commit -> json.decode(commit.events().getLast()));
  }

  private <V> Optional<V> folded(
      List<EventEnvelope> events, BiFunction<Optional<V>, DomainEvent, V> evolve) {
    Optional<V> view = Optional.empty();
    for (EventEnvelope event : events) {
      view = Optional.of(evolve.apply(view, json.decode(event)));
    }
    return view;
  }
}
