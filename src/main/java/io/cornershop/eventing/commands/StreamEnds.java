package io.cornershop.eventing.commands;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.StreamCommits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.kernel.Latest;

/**
 * Finds the ends of streams without folding them. Remembers where it was last and reads what has
 * come behind. Bounded; thread-safe.
 */
final class StreamEnds {

  private static final int CAPACITY = 2_000;

  private final StreamCommits commits;
  private final Latest<StreamId, StreamHead> latest = new Latest<>(CAPACITY);

  StreamEnds(EventStore store) {
    this.commits = new StreamCommits(store);
  }

  /** The present end; an empty head when nothing has happened. */
  StreamHead of(StreamId stream) {
    StreamHead known = latest.find(stream).orElseGet(() -> StreamHead.empty(stream));
    StreamHead head =
        commits
            .pages(stream, known.sequence() + 1)
            .reduce((before, page) -> page)
            .map(page -> page.getLast().head())
            .orElse(known);
    latest.put(stream, head);
    return head;
  }
}
