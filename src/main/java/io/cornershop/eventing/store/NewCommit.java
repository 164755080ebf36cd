package io.cornershop.eventing.store;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.TooLarge;
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
   * @throws IllegalArgumentException when there are no commands or events, an event is of another
   *     stream, or the sequences do not go on from the head without a gap
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
    long next = onto.sequence();
    for (EventEnvelope event : events) {
      next++;
      if (!event.stream().equals(onto.stream()) || event.sequence() != next) {
        throw new IllegalArgumentException(
            "Expected " + onto.stream() + " sequence " + next + ", not " + event.stream());
      }
    }
  }
}
