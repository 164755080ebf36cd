package io.cornershop.eventing.sagas;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.Identifier;
import io.cornershop.kernel.Rejected;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;

/**
 * Carries out one {@link Reaction}. Thread-safe.
 *
 * <p>Each command has an id that derives from the reaction, the event and its place in the answer:
 * an event that comes again, also after a crash in the middle of the answer, has no second effect.
 *
 * <p>What a command may end with:
 *
 * <ul>
 *   <li>a result: durable, on to the next;
 *   <li>a refusal that the reaction has declared final: noted in the log, on to the next;
 *   <li>anything else (another refusal, an unknown target, no answer of the store) leaves the event
 *       unhandled: the engine waits, repeats and at last keeps it in the dead letters.
 * </ul>
 */
public final class ReactionHandler<E extends DomainEvent> implements EventHandler {

  /** The consumer group of all reactions. */
  public static final String GROUP = "processes";

  private static final Logger LOG = System.getLogger(ReactionHandler.class.getName());

  private final Reaction<E> reaction;
  private final String eventType;
  private final EventJson json;
  private final CommandHandler commands;

  public ReactionHandler(
      Reaction<E> reaction, EventTypes types, EventJson json, CommandHandler commands) {
    this.reaction = reaction;
    this.eventType = types.of(reaction.event()).type().name();
    this.json = json;
    this.commands = commands;
  }

  @Override
  public String name() {
    return reaction.name();
  }

  @Override
  public String group() {
    return GROUP;
  }

  @Override
  public Set<String> eventTypes() {
    return Set.of(eventType);
  }

  @Override
  public String keyOf(EventEnvelope event) {
    return reaction
        .subject(decoded(event))
        .map(Identifier::value)
        .orElseGet(() -> EventHandler.super.keyOf(event));
  }

  private E decoded(EventEnvelope event) {
    return reaction.event().cast(json.decode(event));
  }

  @Override
  public void handle(EventEnvelope event) {
    List<Command> answer = reaction.react(decoded(event));
    for (int index = 0; index < answer.size(); index++) {
      carryOut(answer.get(index), contextOf(event, index));
    }
  }

  private void carryOut(Command command, CommandContext context) {
    try {
      commands.handle(command, context);
    } catch (Rejected refusal) {
      if (!reaction.finalRefusals().contains(refusal.code())) {
        throw refusal;
      }
      LOG.log(
          Level.INFO,
          "Reaction {0} to event {1}: {2} refused with {3}, which ends it",
          reaction.name(),
          context.metadata().causationId(),
          command.target(),
          refusal.code());
    }
  }

  private CommandContext contextOf(EventEnvelope event, int index) {
    String eventId = event.eventId().toString();
    CommandId id = CommandId.of(reaction.name(), eventId, String.valueOf(index));
    return CommandContext.of(id, event.metadata().causing(eventId, reaction.name()));
  }
}
