package io.cornershop.eventing.sagas;

import io.cornershop.eventing.commands.AggregateLoader;
import io.cornershop.eventing.commands.AggregateLoader.Loaded;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.sagas.SagaCommand.CompensateSaga;
import io.cornershop.eventing.sagas.SagaCommand.RecordAnswer;
import io.cornershop.eventing.sagas.SagaCommand.Remedy;
import io.cornershop.eventing.sagas.SagaCommand.StartSaga;
import io.cornershop.eventing.sagas.SagaEvent.Trigger;
import io.cornershop.eventing.sagas.SagaState.Begun;
import io.cornershop.eventing.sagas.SagaState.Open;
import io.cornershop.eventing.sagas.SagaState.Plan;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.StreamCommits;
import io.cornershop.eventing.timers.Timer;
import io.cornershop.eventing.timers.TimerHandler;
import io.cornershop.eventing.timers.Timers;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Goes on with the sagas of one definition, because of an event or of a timer, until they have to
 * wait. Thread-safe; any number of nodes may go on with one saga at the same time.
 *
 * <p>Everything follows from the saga's own events: after a crash at any place the event or the
 * timer comes again and leads to the same commands with the same ids. Throws {@link Unavailable}
 * when the store does not answer; whatever else goes wrong is kept in the saga, so that it is in
 * nobody's way. Only a saga in a step that the definition does not have is an error of the event.
 */
public final class SagaRunner<T extends DomainEvent> implements EventHandler, TimerHandler {

  private static final int MOST_TURNS = 100;

  /** What the engine gives to every runner. */
  public record Surroundings(
      EventStore store,
      AggregateLoader loader,
      EventTypes types,
      EventJson json,
      CommandHandler commands,
      Timers timers,
      Clock clock) {}

  private final Saga<T> saga;
  private final Surroundings engine;
  private final StreamCommits commits;

  public SagaRunner(Saga<T> saga, Surroundings engine) {
    this.saga = saga;
    this.engine = engine;
    this.commits = new StreamCommits(engine.store());
  }

  @Override
  public String name() {
    return saga.type();
  }

  @Override
  public String kind() {
    return saga.type();
  }

  @Override
  public String group() {
    return ReactionHandler.GROUP;
  }

  @Override
  public Set<String> eventTypes() {
    return Stream.of(
            Stream.of(saga.trigger()),
            saga.cancelledBy().stream(),
            saga.steps().stream().flatMap(step -> step.awaited().stream()))
        .flatMap(classes -> classes)
        .map(event -> engine.types().of(event).type().name())
        .collect(Collectors.toSet());
  }

  @Override
  public void handle(EventEnvelope event) {
    DomainEvent happened = engine.json().decode(event);
    saga.sagaIdOf(happened)
        .ifPresent(
            id -> {
              if (saga.trigger().isInstance(happened)) {
                start(id, saga.trigger().cast(happened), event);
              } else {
                hear(id, happened, event);
              }
              goOn(id, Optional.of(event), now());
            });
  }

  /** A retry or a deadline is due, also when this node's clock does not say so. */
  @Override
  public void fire(Timer timer) {
    Instant now = now();
    goOn(
        new SagaId(timer.subject()),
        Optional.empty(),
        now.isBefore(timer.due()) ? timer.due() : now);
  }

  private Instant now() {
    return engine.clock().instant();
  }

  private void start(SagaId id, T facts, EventEnvelope event) {
    StreamId stream = event.stream();
    Trigger trigger = new Trigger(stream.aggregateType(), stream.aggregateId(), event.sequence());
    StartSaga start =
        new StartSaga(
            id,
            saga.type(),
            saga.version(),
            saga.subjectOf(facts),
            trigger,
            saga.steps().stream().map(Step::name).toList(),
            now());
    tell(start, planOf(start), event, start.steps().getFirst());
  }

  private static Plan planOf(StartSaga c) {
    return new Plan(
        c.sagaId(),
        c.sagaType(),
        c.definitionVersion(),
        c.subject(),
        c.trigger(),
        c.steps(),
        c.at());
  }

  private void hear(SagaId id, DomainEvent happened, EventEnvelope event) {
    Loaded<SagaState> before = load(id);
    if (before.state() instanceof Begun begun && isMine(begun)) {
      if (saga.cancelledBy().contains(happened.getClass())) {
        CompensateSaga cancel = new CompensateSaga(id, event.type().name(), now());
        tell(cancel, begun.plan(), event, "");
      }
      saga.steps().forEach(step -> answer(step, begun.plan(), happened, event));
      if (load(id).head().sequence() > before.head().sequence()) {
        engine.timers().cancel(SagaIds.ofTimerAfter(id, before.head().sequence()));
      }
    }
  }

  private void answer(Step<T> step, Plan plan, DomainEvent happened, EventEnvelope event) {
    Reply doing = step.doing().replyTo(happened);
    Reply undoing = step.undoing().replyTo(happened);
    if (doing != Reply.NONE || undoing != Reply.NONE) {
      Remedy remedy = saga.isForwardOnly() ? Remedy.OPERATOR : Remedy.UNDO_BEFORE_STEP;
      String reason = event.type().name();
      RecordAnswer answer =
          new RecordAnswer(plan.sagaId(), step.name(), doing, undoing, reason, remedy, now());
      tell(answer, plan, event, step.name());
    }
  }

  private void tell(SagaCommand command, Plan plan, EventEnvelope event, String step) {
    CommandId id = SagaIds.ofMessage(plan.sagaId(), event.eventId(), step);
    engine.commands().handle(command, SagaIds.context(plan, event, id, step));
  }

  private boolean isMine(Begun begun) {
    return begun.plan().sagaType().equals(saga.type());
  }

  private Loaded<SagaState> load(SagaId id) {
    return engine.loader().load(Sagas.AGGREGATE, Sagas.streamOf(id));
  }

  /** Turn by turn, each on the state that the one before has left. */
  private void goOn(SagaId id, Optional<EventEnvelope> cause, Instant now) {
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      Loaded<SagaState> loaded = load(id);
      if (!(loaded.state() instanceof Open open) || !isMine(open)) {
        return;
      }
      long sequence = loaded.head().sequence();
      Instance<T> instance = instance(open.plan(), cause);
      switch (new Course<>(saga, instance, now).next(open)) {
        case Turn.Wait wait -> {
          String timer = SagaIds.ofTimerAfter(id, sequence);
          engine.timers().schedule(timer, kind(), id.value(), wait.until());
          return;
        }
        case Turn.Move move ->
            engine
                .commands()
                .handle(
                    move.command(),
                    instance.context(SagaIds.ofDecisionAfter(id, sequence), stepOf(move)));
      }
    }
    throw new Unavailable("Saga %s is busy".formatted(id), Duration.ofSeconds(1), null);
  }

  private static String stepOf(Turn.Move move) {
    return switch (move.command()) {
      case SagaCommand.CompleteStep c -> c.step();
      case SagaCommand.RetryStep c -> c.step();
      case SagaCommand.FailStep c -> c.step();
      default -> "";
    };
  }

  private Instance<T> instance(Plan plan, Optional<EventEnvelope> cause) {
    Trigger trigger = plan.trigger();
    EventEnvelope began =
        commits
            .holding(
                new StreamId(trigger.aggregateType(), trigger.aggregateId()), trigger.sequence())
            .flatMap(
                commit ->
                    commit.events().stream()
                        .filter(event -> event.sequence() == trigger.sequence())
                        .findFirst())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The event that started saga %s is gone".formatted(plan.sagaId())));
    return new Instance<>(
        plan,
        saga.trigger().cast(engine.json().decode(began)),
        cause.orElse(began),
        engine.store(),
        engine.commands());
  }
}
