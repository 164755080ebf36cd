package io.cornershop.eventing.store;

import io.cornershop.eventing.events.EventEnvelope;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums over the position log from its first entry up to and with one entry. They are part of the
 * entry and written with it, so they cannot differ from the log that they count. Immutable.
 *
 * @param latest the latest time of an event so far: never goes back along the log, whatever the
 *     clocks of the writers did
 * @param byAggregateType how much there is of each type that has occurred
 */
public record LogTotals(Instant latest, SortedMap<String, Count> byAggregateType) {

  /** Before the first entry. */
  public static final LogTotals NONE = new LogTotals(Instant.EPOCH, new TreeMap<>());

  /** How much there is of something. */
  public record Count(long events, long streams) {

    /** Of something that has not occurred. */
    public static final Count NONE = new Count(0, 0);

    private Count plus(Count other) {
      return new Count(events + other.events, streams + other.streams);
    }
  }

  public LogTotals {
    byAggregateType = Collections.unmodifiableSortedMap(new TreeMap<>(byAggregateType));
  }

  /** All events. */
  public long events() {
    return byAggregateType.values().stream().mapToLong(Count::events).sum();
  }

  /** With one commit more. */
  public LogTotals plus(Commit commit) {
    Instant latestOfCommit =
        commit.events().stream()
            .map(EventEnvelope::timestamp)
            .max(Comparator.naturalOrder())
            .orElse(latest);
    long newStreams = commit.firstSequence() == 1 ? 1 : 0;
    SortedMap<String, Count> sums = new TreeMap<>(byAggregateType);
    sums.merge(
        commit.stream().aggregateType(),
        new Count(commit.events().size(), newStreams),
        Count::plus);
    return new LogTotals(latestOfCommit.isAfter(latest) ? latestOfCommit : latest, sums);
  }
}
