package io.cornershop.eventing.store;

import io.cornershop.eventing.store.PositionLog.Entry;
import java.util.List;

/** Looks at every entry of a log: the reference for the contract. Thread-safe. */
public final class InMemoryEventIndex implements EventIndex {

  private final PositionLog log;

  public InMemoryEventIndex(PositionLog log) {
    this.log = log;
  }

  @Override
  public List<Entry> find(EventSearch search, long number, int limit) {
    return log.readAfter(number, Integer.MAX_VALUE).stream()
        .filter(entry -> search.matches(entry.summary()))
        .limit(limit)
        .toList();
  }
}
