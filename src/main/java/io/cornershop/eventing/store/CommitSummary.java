package io.cornershop.eventing.store;

import io.cornershop.eventing.events.EventEnvelope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a commit is found by in the position log. Derived from the commit alone, so that it can be
 * checked against it. Immutable.
 *
 * @param eventIds of its events, in order
 * @param eventTypes that occur in it, each once, in order of first occurrence
 * @param correlationIds that occur in it, likewise
 * @param timestamps that occur in it, likewise
 */
public record CommitSummary(
    List<UUID> eventIds,
    List<String> eventTypes,
    List<String> correlationIds,
    List<Instant> timestamps) {

  /** Of no commit. */
  public static final CommitSummary NONE =
      new CommitSummary(List.of(), List.of(), List.of(), List.of());

  public CommitSummary {
    eventIds = List.copyOf(eventIds);
    eventTypes = List.copyOf(eventTypes);
    correlationIds = List.copyOf(correlationIds);
    timestamps = List.copyOf(timestamps);
  }

  /** What this commit is found by. */
  public static CommitSummary of(Commit commit) {
    return new CommitSummary(
        commit.events().stream().map(EventEnvelope::eventId).toList(),
        distinct(commit, event -> event.type().name()),
        distinct(commit, event -> event.metadata().correlationId()),
        distinct(commit, EventEnvelope::timestamp));
  }

  private static <T> List<T> distinct(Commit commit, Function<EventEnvelope, T> property) {
    return commit.events().stream().map(property).distinct().toList();
  }
}
