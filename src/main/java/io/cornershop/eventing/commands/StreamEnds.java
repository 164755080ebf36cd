package io.cornershop.eventing.commands;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.kernel.Latest;
import java.util.List;

/**
 * Finds the ends of streams without folding them. Remembers where it was last and reads what has
 * come behind. Bounded; thread-safe.
 */
final class StreamEnds {

  private static final int CAPACITY = 2_000;
  private static final int PAGE = 100;

  private final EventStore store;
  private final Latest<StreamId, StreamHead> latest = new Latest<>(CAPACITY);

  StreamEnds(EventStore store) {
    this.store = store;
  }

  /** The present end; an empty head when nothing has happened. */
  StreamHead of(StreamId stream) {
    StreamHead head = latest.find(stream).orElseGet(() -> StreamHead.empty(stream));
    List<Commit> page;
    do {
      page = store.read(stream, head.sequence() + 1, PAGE);
      head = page.isEmpty() ? head : page.getLast().head();
    } while (page.size() == PAGE);
    latest.put(stream, head);
    return head;
  }
}
