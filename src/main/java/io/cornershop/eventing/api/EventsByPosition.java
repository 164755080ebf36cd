package io.cornershop.eventing.api;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.EventIndex;
import io.cornershop.eventing.store.EventSearch;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.PositionLog.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads events of all streams in the order of their positions. What has no position yet is not
 * shown: the list waits at its head. Thread-safe.
 */
public final class EventsByPosition {

  /** The entries in which the events are. */
  @FunctionalInterface
  private interface Entries {
    List<Entry> behind(long number, int limit);
  }

  private static final int PAGE = 50;

  private final EntryEvents events;
  private final Entries entries;
  private final Predicate<EventEnvelope> wanted;

  private EventsByPosition(EventStore store, Entries entries, Predicate<EventEnvelope> wanted) {
    this.events = new EntryEvents(store);
    this.entries = entries;
    this.wanted = wanted;
  }

  /** All events. */
  public static EventsByPosition all(EventStore store, PositionLog log) {
    return new EventsByPosition(store, log::readAfter, event -> true);
  }

  /** Those that are looked for. */
  static EventsByPosition found(EventStore store, EventIndex index, EventSearch search) {
    return new EventsByPosition(
        store, (number, limit) -> index.find(search, number, limit), search::matches);
  }

  /** Up to {@code max} of them behind {@code position}. */
  public List<EventEnvelope> after(long position, int max) {
    List<EventEnvelope> found = new ArrayList<>();
    // the commit that the position lies in may have more events
    long number = Math.max(0, position / EventEnvelope.POSITIONS_PER_COMMIT - 1);
    int size = Math.min(PAGE, max);
    List<Entry> page;
    do {
      page = entries.behind(number, size);
      events.of(page).stream()
          .filter(event -> event.position().orElseThrow() > position && wanted.test(event))
          .forEach(found::add);
      number = page.isEmpty() ? number : page.getLast().number();
    } while (page.size() == size && found.size() < max);
    return found.stream().limit(max).toList();
  }
}
