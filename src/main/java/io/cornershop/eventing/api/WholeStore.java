package io.cornershop.eventing.api;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.PositionLog.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads all events in the order of their positions. What has no position yet is not shown: the feed
 * waits at its head. Thread-safe.
 */
final class WholeStore {

  private static final int PAGE = 50;

  private final EventStore store;
  private final PositionLog log;

  WholeStore(EventStore store, PositionLog log) {
    this.store = store;
    this.log = log;
  }

  /** Up to {@code max} events behind {@code position}. */
  List<EventEnvelope> after(long position, int max) {
    List<EventEnvelope> found = new ArrayList<>();
    // the commit that the position lies in may have more events
    long number = Math.max(0, position / EventEnvelope.POSITIONS_PER_COMMIT - 1);
    List<Entry> page;
    do {
      page = log.readAfter(number, PAGE);
      found.addAll(eventsOf(page, position));
      number = page.isEmpty() ? number : page.getLast().number();
    } while (page.size() == PAGE && found.size() < max);
    return found.stream().limit(max).toList();
  }

  private List<EventEnvelope> eventsOf(List<Entry> entries, long behind) {
    Map<String, Commit> commits =
        store.readAll(entries.stream().map(Entry::commitId).toList()).stream()
            .collect(Collectors.toMap(Commit::id, Function.identity()));
    return entries.stream()
        .flatMap(entry -> Positions.at(commit(commits, entry), entry.number()))
        .filter(event -> event.position().orElseThrow() > behind)
        .toList();
  }

  private static Commit commit(Map<String, Commit> commits, Entry entry) {
    Commit commit = commits.get(entry.commitId());
    if (commit == null) {
      throw new IllegalStateException(
          "The position log names commit " + entry.commitId() + ", which the store does not have");
    }
    return commit;
  }
}
