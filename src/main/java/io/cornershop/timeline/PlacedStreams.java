package io.cornershop.timeline;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.Positions;
import io.cornershop.eventing.store.StreamCommits;
import java.util.List;
import java.util.function.Predicate;

/** Reads events at their positions. What has no position yet is not shown. Thread-safe. */
final class PlacedStreams {

  private final StreamCommits commits;
  private final Positions positions;

  PlacedStreams(EventStore store, PositionLog log) {
    this.commits = new StreamCommits(store);
    this.positions = new Positions(log);
  }

  /** Up to {@code max} wanted events of a stream behind {@code position}, in order. */
  List<EventEnvelope> after(
      StreamId stream, Predicate<EventEnvelope> wanted, long position, int max) {
    return commits
        .pages(stream, 1)
        .flatMap(page -> of(page, wanted, position).stream())
        .limit(max)
        .toList();
  }

  /** The wanted events of these commits behind {@code position}. */
  List<EventEnvelope> of(List<Commit> commits, Predicate<EventEnvelope> wanted, long position) {
    return positions.eventsOf(commits).stream()
        .filter(event -> event.position().orElse(0) > position)
        .filter(wanted)
        .toList();
  }

  /** All commits of a stream, whether or not they have a position. */
  List<Commit> all(StreamId stream) {
    return commits.pages(stream, 1).flatMap(List::stream).toList();
  }
}
