package io.cornershop.eventing.api;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.eventing.store.Positions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what entries of the position log stand for. Thread-safe. */
public final class EntryEvents {

  private final EventStore store;

  public EntryEvents(EventStore store) {
    this.store = store;
  }

  /**
   * The events of these entries at their positions, in order.
   *
   * @throws IllegalStateException when the store lacks a commit
   */
  public List<EventEnvelope> of(List<Entry> entries) {
    Map<String, Commit> commits =
        store.readAll(entries.stream().map(Entry::commitId).toList()).stream()
            .collect(Collectors.toMap(Commit::id, Function.identity()));
    return entries.stream()
        .flatMap(entry -> Positions.at(commit(commits, entry), entry.number()))
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
