package io.cornershop.timeline;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.Positions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads events at their positions. What has no position yet is not shown. Thread-safe. */
final class PlacedStreams {

  private static final int PAGE = 50;

  private final EventStore store;
  private final Positions positions;

  PlacedStreams(EventStore store, PositionLog log) {
    this.store = store;
    this.positions = new Positions(log);
  }

  /** Up to {@code max} wanted events of a stream behind {@code position}, in order. */
  List<EventEnvelope> after(
      StreamId stream, Predicate<EventEnvelope> wanted, long position, int max) {
    List<EventEnvelope> found = new ArrayList<>();
    long next = 1;
    List<Commit> page;
    do {
      page = store.read(stream, next, PAGE);
      found.addAll(of(page, wanted, position));
      next = page.isEmpty() ? next : page.getLast().lastSequence() + 1;
    } while (page.size() == PAGE && found.size() < max);
    return found.stream().limit(max).toList();
  }

  /** The wanted events of these commits behind {@code position}. */
  List<EventEnvelope> of(List<Commit> commits, Predicate<EventEnvelope> wanted, long position) {
    return positions.eventsOf(commits).stream()
        .filter(event -> event.position().orElse(0) > position)
        .filter(wanted)
        .toList();
  }

  /** All events of a stream, whether or not they have a position. */
  List<EventEnvelope> all(StreamId stream) {
    List<EventEnvelope> events = new ArrayList<>();
    long next = 1;
    List<Commit> page;
    do {
      page = store.read(stream, next, PAGE);
      page.forEach(commit -> events.addAll(commit.events()));
      next = events.size() + 1L;
    } while (page.size() == PAGE);
    return events;
  }
}
