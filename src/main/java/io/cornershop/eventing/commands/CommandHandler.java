package io.cornershop.eventing.commands;

import io.cornershop.eventing.commands.AggregateLoader.Loaded;
import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.CommandOutcome;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.StaleVersion;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes a command to durable events. Thread-safe.
 *
 * <p>A command that returns is durable; one whose id was seen before returns its first result and
 * changes nothing. Commands of one aggregate take turns on this node; when another node was first,
 * the command is decided again on the new state, up to {@value #MAX_ATTEMPTS} times, unless the
 * caller insists on a sequence.
 */
public final class CommandHandler {

  private static final int MAX_ATTEMPTS = 20;

  private final Aggregates aggregates;
  private final EventStore store;
  private final AggregateLoader loader;
  private final Envelopes envelopes;
  private final Consumer<Commit> appended;
  private final StreamTurns turns = new StreamTurns();

  /**
   * @param appended is told of every commit after it is durable, of a repeated one again; it must
   *     not block
   */
  public CommandHandler(
      Aggregates aggregates,
      EventStore store,
      AggregateLoader loader,
      Envelopes envelopes,
      Consumer<Commit> appended) {
    this.aggregates = aggregates;
    this.store = store;
    this.loader = loader;
    this.envelopes = envelopes;
    this.appended = appended;
  }

  /**
   * Decides and stores.
   *
   * @throws io.cornershop.kernel.Rejected when the business refuses
   * @throws StaleVersion when the caller insists on a sequence that is not the present one
   * @throws Unavailable when the store does not answer, or other writers were always first
   */
  public CommandResult handle(Command command, CommandContext context) {
    Aggregate<?, ?, ?> aggregate = aggregates.deciding(command);
    try {
      return turns.take(
          aggregate.streamOf(command), () -> decideAndAppend(aggregate, command, context));
    } catch (Rejected | StaleVersion refusal) {
      return firstResult(context).orElseThrow(() -> refusal);
    }
  }

  /** The result of the same command before, which may be why it is refused now. */
  private Optional<CommandResult> firstResult(CommandContext context) {
    return store.findByCommand(context.commandId()).map(commit -> resultOf(commit, context));
  }

  private CommandResult decideAndAppend(
      Aggregate<?, ?, ?> aggregate, Command command, CommandContext context) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      Optional<CommandResult> result = attempt(aggregate, command, context);
      if (result.isPresent()) {
        return result.get();
      }
    }
    throw new Unavailable(
        aggregate.streamOf(command) + " is very busy", Duration.ofSeconds(1), null);
  }

  /** Empty when another writer was first. */
  private <S, E extends DomainEvent> Optional<CommandResult> attempt(
      Aggregate<?, S, E> aggregate, Command command, CommandContext context) {
    StreamId stream = aggregate.streamOf(command);
    Loaded<S> loaded = loader.load(aggregate, stream);
    requireExpected(context, loaded.head());
    List<E> decided = aggregate.decide(command, loaded.state());
    if (decided.isEmpty()) {
      CommandResult unchanged = new CommandResult(stream, loaded.head().sequence());
      return firstResult(context).or(() -> Optional.of(unchanged));
    }
    return append(loaded.head(), envelopes.wrap(decided, loaded.head(), context), context);
  }

  private Optional<CommandResult> append(
      StreamHead head, List<EventEnvelope> events, CommandContext context) {
    CommandOutcome outcome = new CommandOutcome(context.commandId(), events.getLast().sequence());
    return switch (store.append(new NewCommit(head, List.of(outcome), events))) {
      case AppendResult.Appended a -> Optional.of(announce(a.commit(), context));
      // the first answer may have got lost together with the announcement
      case AppendResult.Repeated r -> Optional.of(announce(r.first(), context));
      case AppendResult.Conflict c -> Optional.empty();
    };
  }

  private CommandResult announce(Commit commit, CommandContext context) {
    appended.accept(commit);
    return resultOf(commit, context);
  }

  private static void requireExpected(CommandContext context, StreamHead head) {
    context
        .expectedSequence()
        .ifPresent(
            expected -> {
              if (expected != head.sequence()) {
                throw new StaleVersion(expected, head.sequence());
              }
            });
  }

  private static CommandResult resultOf(Commit commit, CommandContext context) {
    return commit.commands().stream()
        .filter(outcome -> outcome.commandId().equals(context.commandId()))
        .findFirst()
        .map(outcome -> new CommandResult(commit.stream(), outcome.sequence()))
        .orElseThrow();
  }
}
