package io.cornershop.eventing.api;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.Positions;
import io.cornershop.eventing.store.StreamCommits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the events of one stream from any sequence in both directions. Thread-safe. */
final class StreamEvents {

  /** Reads backward from the last event. */
  static final long END = Long.MAX_VALUE;

  private static final int PAGE = 50;

  private final EventStore store;
  private final StreamCommits commits;
  private final Positions positions;

  StreamEvents(EventStore store, Positions positions) {
    this.store = store;
    this.commits = new StreamCommits(store);
    this.positions = positions;
  }

  /** Whether the stream has any event. */
  boolean exists(StreamId stream) {
    return !store.read(stream, 1, 1).isEmpty();
  }

  /** Up to {@code max} events from this sequence on, oldest first. */
  List<EventEnvelope> forward(StreamId stream, long from, int max) {
    Optional<Commit> first = commits.holding(stream, from);
    if (first.isEmpty()) {
      return List.of();
    }
    List<EventEnvelope> found = new ArrayList<>();
    long next = first.get().firstSequence();
    List<Commit> page;
    do {
      page = store.read(stream, next, PAGE);
      add(found, page, event -> event.sequence() >= from);
      next = page.isEmpty() ? next : page.getLast().lastSequence() + 1;
    } while (page.size() == PAGE && found.size() < max);
    return found.stream().limit(max).toList();
  }

  /** Up to {@code max} events from this sequence back to the first, newest first. */
  List<EventEnvelope> backward(StreamId stream, long from, int max) {
    List<EventEnvelope> found = new ArrayList<>();
    List<Commit> page = from < 1 ? List.of() : startOfBackward(stream, from);
    while (!page.isEmpty() && found.size() < max) {
      List<EventEnvelope> events = new ArrayList<>();
      add(events, page, event -> event.sequence() <= from);
      found.addAll(events.reversed());
      page = commits.before(page.getFirst());
    }
    return found.stream().limit(max).toList();
  }

  private List<Commit> startOfBackward(StreamId stream, long from) {
    Optional<Commit> holder = from == END ? Optional.empty() : commits.holding(stream, from);
    return holder.or(() -> commits.last(stream)).stream().toList();
  }

  private void add(List<EventEnvelope> found, List<Commit> page, Predicate<EventEnvelope> wanted) {
    positions.eventsOf(page).stream().filter(wanted).forEach(found::add);
  }
}
