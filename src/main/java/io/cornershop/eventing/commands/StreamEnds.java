package io.cornershop.eventing.commands;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.StreamHead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the ends of streams without folding them. Remembers where it was last and reads what has
 * come behind. Bounded; thread-safe.
 */
final class StreamEnds {

  private static final int CAPACITY = 2_000;
  private static final int PAGE = 100;

  private final EventStore store;
  private final Map<StreamId, StreamHead> latest =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamId, StreamHead> eldest) {
          return size() > CAPACITY;
        }
      };

  StreamEnds(EventStore store) {
    this.store = store;
  }

  /** The present end; an empty head when nothing has happened. */
  StreamHead of(StreamId stream) {
    StreamHead head = remembered(stream);
    List<Commit> page;
    do {
      page = store.read(stream, head.sequence() + 1, PAGE);
      head = page.isEmpty() ? head : page.getLast().head();
    } while (page.size() == PAGE);
    remember(head);
    return head;
  }

  private synchronized StreamHead remembered(StreamId stream) {
    return latest.getOrDefault(stream, StreamHead.empty(stream));
  }

  private synchronized void remember(StreamHead head) {
    latest.put(head.stream(), head);
  }
}
