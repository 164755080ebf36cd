package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.StreamCommits;
import java.util.List;

/**
 * Reads any part of a stream, also one that begins in the middle of a commit. Thread-safe.
 *
 * <p>Throws what {@link EventStore} throws.
 */
final class StreamHistory {

  private final EventStore store;
  private final StreamCommits commits;

  StreamHistory(EventStore store) {
    this.store = store;
    this.commits = new StreamCommits(store);
  }

  /** The life of the store that the sequences belong to. */
  String epoch() {
    return store.epoch();
  }

  /** All events of a stream, in order. */
  List<EventEnvelope> all(StreamId stream) {
    return read(stream, 1, 0, Long.MAX_VALUE);
  }

  /**
   * The events behind {@code after} and before {@code before}, in order and without a gap.
   *
   * @throws IllegalStateException when the store does not have them
   */
  List<EventEnvelope> between(StreamId stream, long after, long before) {
    if (after + 1 >= before) {
      return List.of();
    }
    long begin = commits.holding(stream, after + 1).map(Commit::firstSequence).orElse(after + 1);
    List<EventEnvelope> events = read(stream, begin, after, before);
    if (events.size() != before - after - 1) {
      throw new IllegalStateException(
          "The store lacks events of " + stream + " between " + after + " and " + before);
    }
    return events;
  }

  private List<EventEnvelope> read(StreamId stream, long begin, long after, long before) {
    return commits
        .pages(stream, begin)
        .flatMap(List::stream)
        .flatMap(commit -> commit.events().stream())
        .dropWhile(event -> event.sequence() <= after)
        .takeWhile(event -> event.sequence() < before)
        .toList();
  }
}
