package io.cornershop.eventing.sagas;

import io.cornershop.eventing.commands.AggregateLoader.Loaded;
import io.cornershop.eventing.sagas.SagaCommand.CompensateSaga;
import io.cornershop.eventing.sagas.SagaCommand.GiveSagaUp;
import io.cornershop.eventing.sagas.SagaCommand.ResumeSaga;
import io.cornershop.eventing.sagas.SagaRunner.Surroundings;
import io.cornershop.eventing.sagas.SagaState.Begun;
import io.cornershop.eventing.sagas.SagaState.Completed;
import io.cornershop.eventing.sagas.SagaState.None;
import io.cornershop.eventing.sagas.Work.Occasion;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.StaleVersion;

/**
 * What operators do with sagas. What is asked for becomes an event of the saga; some node's {@link
 * SagaRunner} hears it and goes on at once. Thread-safe. Idempotent by the id of the context; every
 * method throws {@link io.cornershop.kernel.Unavailable} when the store does not answer, and {@link
 * StaleVersion} when the caller insists on another state than the present one.
 */
public final class SagaDesk {

  private static final String RETRIED = "Retried by an operator";

  private final SagaDefinitions definitions;
  private final Surroundings engine;
  private final Beginnings beginnings;

  public SagaDesk(SagaDefinitions definitions, Surroundings engine) {
    this.definitions = definitions;
    this.engine = engine;
    this.beginnings = new Beginnings(engine.store(), engine.json());
  }

  /**
   * Takes up at once what is held, or waits for another try.
   *
   * @return the sequence of the saga after that
   * @throws NotFound when there is no such saga
   * @throws Rejected when it is neither, or this build does not have its step
   */
  public long retry(SagaId id, CommandContext context) {
    definitions.able(begun(id, load(id)));
    return tell(new ResumeSaga(id, RETRIED, engine.clock().instant()), context);
  }

  /**
   * Has undone what was done: of a saga that goes on, or of one that is done and can still be
   * revoked.
   *
   * @param reason one line
   * @return the sequence of the saga after that
   * @throws NotFound when there is no such saga
   * @throws Rejected when nothing can be undone any more, by the rules of what it has done, or is
   *     being undone already
   */
  public long compensate(SagaId id, String reason, CommandContext context) {
    Loaded<SagaState> saga = load(id);
    Begun begun = begun(id, saga);
    Saga<?> definition = definitions.able(begun);
    if (definition.isForwardOnly()) {
      throw finished(id);
    }
    if (begun instanceof Completed || isKnown(revocationIn(context))) {
      requireSequence(context, saga.head().sequence());
      revoke(begun, definition, reason, context);
      return tell(
          new CompensateSaga(id, reason, engine.clock().instant()),
          CommandContext.of(context.commandId(), context.metadata()));
    }
    return tell(new GiveSagaUp(id, reason, engine.clock().instant()), context);
  }

  /** Those whom it concerns are asked first: what they refuse to give back stays as it is. */
  private <T extends DomainEvent> void revoke(
      Begun saga, Saga<T> definition, String reason, CommandContext context) {
    T facts = beginnings.of(definition, saga.plan()).facts();
    Command revocation =
        definition
            .revocation(facts, new Occasion(engine.clock().instant(), reason))
            .orElseThrow(() -> finished(saga.plan().sagaId()));
    engine
        .commands()
        .handle(revocation, CommandContext.of(revocationIn(context), context.metadata()));
  }

  private static CommandId revocationIn(CommandContext context) {
    return CommandId.of("saga-revocation", context.commandId().value());
  }

  private boolean isKnown(CommandId command) {
    return engine.store().findByCommand(command).isPresent();
  }

  private static void requireSequence(CommandContext context, long sequence) {
    if (context.expectedSequence().isPresent()
        && context.expectedSequence().getAsLong() != sequence) {
      throw new StaleVersion(context.expectedSequence().getAsLong(), sequence);
    }
  }

  private static Rejected finished(SagaId id) {
    return Rejected.conflict(
        "saga-not-compensable", "Nothing of saga %s can be undone any more".formatted(id));
  }

  private long tell(SagaCommand command, CommandContext context) {
    return engine.commands().handle(command, context).sequence();
  }

  private Loaded<SagaState> load(SagaId id) {
    return engine.loader().load(Sagas.AGGREGATE, Sagas.streamOf(id));
  }

  private static Begun begun(SagaId id, Loaded<SagaState> loaded) {
    return switch (loaded.state()) {
      case None s -> throw new NotFound("saga", id);
      case Begun s -> s;
    };
  }
}
