package io.cornershop.eventing.events;

import io.cornershop.kernel.Command;
import io.cornershop.kernel.Decider;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.NoCommand;
import java.util.List;

/**
 * One kind of aggregate as the engine sees it: a name, a topic and two sealed families around a
 * decider.
 *
 * @param type the aggregate type of streams and envelopes
 * @param topic where its events are published
 * @param commands the sealed interface of its commands
 * @param events the sealed interface of its events
 */
public record Aggregate<C extends Command, S, E extends DomainEvent>(
    String type, String topic, Class<C> commands, Class<E> events, Decider<C, S, E> decider) {

  /** The stream that {@code command} is about. */
  public StreamId streamOf(Command command) {
    return new StreamId(type, command.target().value());
  }

  /** Whether it only takes what outside producers tell. */
  public boolean isExternal() {
    return commands.equals(NoCommand.class);
  }

  /**
   * The decision for a command of this aggregate's family.
   *
   * @throws ClassCastException when it is of another
   */
  public List<E> decide(Command command, S state) {
    return decider.decide(commands.cast(command), state);
  }

  /**
   * The state after one more event.
   *
   * @throws ClassCastException when the event is of another family
   */
  public S evolve(S state, DomainEvent event) {
    return decider.evolve(state, events.cast(event));
  }
}
