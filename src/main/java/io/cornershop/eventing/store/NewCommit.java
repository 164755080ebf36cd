package io.cornershop.eventing.store;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.TooLarge;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;

/**
 * What a writer wants to append: the events of one command, or of several that were decided
 * together, behind one head.
 */
public record NewCommit(
    StreamHead onto, List<CommandOutcome> commands, List<EventEnvelope> events) {

  /** The most events that one commit holds. */
  public static final int MAX_EVENTS = 1_000;

  /**
   * Checks what can be checked before anything is written.
   *
   * @throws TooLarge when there are more than {@link #MAX_EVENTS} events
   * @throws IllegalArgumentException when there are no commands or events, a command or an event id
   *     is there twice, an event is of another stream or has a position, or the sequences do not go
   *     on from the head without a gap
   */
  public NewCommit {
    commands = List.copyOf(commands);
    events = List.copyOf(events);
    if (commands.isEmpty() || events.isEmpty()) {
      throw new IllegalArgumentException("A commit has commands and events");
    }
    if (events.size() > MAX_EVENTS) {
      throw new TooLarge("A command may cause at most " + MAX_EVENTS + " events");
    }
    requireDistinct(commands.stream().map(CommandOutcome::commandId).toList());
    requireDistinct(events.stream().map(EventEnvelope::eventId).toList());
    requireUnbroken(onto, events);
  }

  private static void requireDistinct(List<?> ids) {
    if (new HashSet<>(ids).size() < ids.size()) {
      throw new IllegalArgumentException("A command or an event is there twice");
    }
  }

  private static void requireUnbroken(StreamHead onto, List<EventEnvelope> events) {
    long next = onto.sequence();
    for (EventEnvelope event : events) {
      next++;
      if (!event.stream().equals(onto.stream())
          || event.sequence() != next
          || event.position().isPresent()) {
        throw new IllegalArgumentException(
            "Expected %s sequence %d without position, not %s sequence %d"
                .formatted(onto.stream(), next, event.stream(), event.sequence()));
      }
    }
  }

  /** What the store keeps of it, sealed without a key. */
  public Commit toCommit(Instant appendedAt, String epoch) {
    Commit unhashed = unhashed(appendedAt, epoch);
    return unhashed.hashed(CommitHash.of(unhashed));
  }

  Commit unhashed(Instant appendedAt, String epoch) {
    return new Commit(
        Commit.idOf(onto.stream(), onto.sequence() + 1),
        onto.stream(),
        commands,
        events,
        appendedAt.truncatedTo(ChronoUnit.MILLIS),
        onto.commitId(),
        onto.hash(),
        "",
        epoch);
  }
}
