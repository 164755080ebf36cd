package io.cornershop.eventing.store;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.TooLarge;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
   * @throws IllegalArgumentException when there are no commands or events, a command is there
   *     twice, an event is of another stream or has a position, or the sequences do not go on from
   *     the head without a gap
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
    if (commands.stream().map(CommandOutcome::commandId).distinct().count() < commands.size()) {
      throw new IllegalArgumentException("A command is there twice");
    }
    requireUnbroken(onto, events);
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

  /** What the store keeps of it. */
  public Commit toCommit(Instant appendedAt, String epoch) {
    Commit unhashed =
        new Commit(
            Commit.idOf(onto.stream(), onto.sequence() + 1),
            onto.stream(),
            commands,
            events,
            appendedAt.truncatedTo(ChronoUnit.MILLIS),
            onto.commitId(),
            onto.hash(),
            "",
            epoch);
    return unhashed.hashed(CommitHash.of(unhashed));
  }
}
