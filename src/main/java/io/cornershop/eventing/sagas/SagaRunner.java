package io.cornershop.eventing.sagas;

import io.cornershop.eventing.commands.AggregateLoader;
import io.cornershop.eventing.commands.AggregateLoader.Loaded;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.sagas.Beginnings.Beginning;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompensationStarted;
import io.cornershop.eventing.sagas.SagaEvent.SagaFailed;
import io.cornershop.eventing.sagas.SagaEvent.SagaStepFailed;
import io.cornershop.eventing.sagas.SagaState.Begun;
import io.cornershop.eventing.sagas.SagaState.CompensationFailed;
import io.cornershop.eventing.sagas.SagaState.Open;
import io.cornershop.eventing.sagas.SagaState.Plan;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.timers.Timer;
import io.cornershop.eventing.timers.TimerHandler;
import io.cornershop.eventing.timers.Timers;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import io.cornershop.kernel.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private static final Logger LOG = System.getLogger(SagaRunner.class.getName());
  private static final int MOST_TURNS = 100;

  /** What operators do to a saga, and what they have to know. */
  private static final List<Class<? extends DomainEvent>> OWN =
      List.of(SagaStepFailed.class, SagaCompensationStarted.class, SagaFailed.class);

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
  private final Beginnings beginnings;
  private final Set<String> eventTypes;
  private final Alert alert = new Alert();

  public SagaRunner(Saga<T> saga, Surroundings engine) {
    this.saga = saga;
    this.engine = engine;
    this.beginnings = new Beginnings(engine.store(), engine.json());
    this.eventTypes = engine.types().namesOf(wantedBy(saga));
  }

  private static List<Class<? extends DomainEvent>> wantedBy(Saga<?> saga) {
    return Stream.of(
            Stream.of(saga.trigger()),
            OWN.stream(),
            saga.cancelledBy().stream(),
            saga.steps().stream().flatMap(step -> step.awaited().stream()))
        .<Class<? extends DomainEvent>>flatMap(classes -> classes)
        .toList();
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
    return eventTypes;
  }

  @Override
  public void handle(EventEnvelope event) {
    DomainEvent happened = engine.json().decode(event);
    if (happened instanceof SagaEvent own) {
      handleOwn(own, event);
    } else {
      saga.sagaIdOf(happened).ifPresent(id -> handleFor(id, happened, event));
    }
  }

  /** What a runner has decided itself, it goes on from without being told. */
  private void handleOwn(SagaEvent own, EventEnvelope event) {
    try (LogScope lines = LogScope.open(LogField.SAGA, own.sagaId())) {
      hearOwn(own, event);
    }
  }

  private void hearOwn(SagaEvent own, EventEnvelope event) {
    boolean isMine = own.sagaType().equals(saga.type());
    if (isMine && own instanceof SagaFailed failed) {
      if (load(failed.sagaId()).state() instanceof CompensationFailed) {
        alert.raise(event.eventId(), failed);
      }
    } else if (isMine && !event.metadata().source().equals(saga.type())) {
      goOn(own.sagaId(), Optional.of(event), now());
    }
  }

  private void handleFor(SagaId id, DomainEvent happened, EventEnvelope event) {
    try (LogScope lines = LogScope.open(LogField.SAGA, id)) {
      handle(id, happened, event);
    }
  }

  private void handle(SagaId id, DomainEvent happened, EventEnvelope event) {
    Instant now = now();
    Messages<T> messages = new Messages<>(saga, engine.commands(), event, now);
    if (saga.trigger().isInstance(happened)) {
      messages.start(id, saga.trigger().cast(happened));
    } else {
      hear(messages, id, happened);
    }
    goOn(id, Optional.of(event), now);
  }

  /** A retry or a deadline is due, also when this node's clock does not say so. */
  @Override
  public void fire(Timer timer) {
    Instant now = now();
    SagaId id = new SagaId(timer.subject());
    try (LogScope lines = LogScope.open(LogField.SAGA, id)) {
      goOn(id, Optional.empty(), now.isBefore(timer.due()) ? timer.due() : now);
    }
  }

  private Instant now() {
    return engine.clock().instant();
  }

  private void hear(Messages<T> messages, SagaId id, DomainEvent happened) {
    Loaded<SagaState> before = load(id);
    if (before.state() instanceof Begun begun && isMine(begun)) {
      messages.hear(begun.plan(), happened);
      if (load(id).head().sequence() > before.head().sequence()) {
        engine.timers().cancel(SagaIds.ofTimerAfter(id, before.head().sequence()));
      }
    }
  }

  private boolean isMine(Begun begun) {
    return begun.plan().sagaType().equals(saga.type());
  }

  private Loaded<SagaState> load(SagaId id) {
    return engine.loader().load(Sagas.AGGREGATE, Sagas.streamOf(id));
  }

  /** Turn by turn, each on the state that the one before has left. */
  private void goOn(SagaId id, Optional<EventEnvelope> cause, Instant now) {
    Loaded<SagaState> loaded = load(id);
    if (!(loaded.state() instanceof Open begun && isMine(begun))) {
      return;
    }
    Instance<T> instance = instance(begun.plan(), cause);
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      boolean goesOn =
          loaded.state() instanceof Open open
              && take(instance, open, loaded.head().sequence(), now);
      if (!goesOn) {
        return;
      }
      loaded = load(id);
    }
    throw new Unavailable("Saga %s is busy".formatted(id), Duration.ofSeconds(1), null);
  }

  /** Takes a turn; false when there is nothing more to do now. */
  private boolean take(Instance<T> instance, Open state, long sequence, Instant now) {
    SagaId id = state.plan().sagaId();
    return switch (new Course<>(saga, instance, now).next(state)) {
      case Turn.Wait wait -> {
        String timer = SagaIds.ofTimerAfter(id, sequence);
        engine.timers().schedule(timer, kind(), id.value(), wait.until());
        yield false;
      }
      case Turn.Move move -> {
        CommandId decision = SagaIds.ofDecisionAfter(id, sequence);
        engine.commands().handle(move.command(), instance.context(decision, move.step()));
        LOG.log(Level.DEBUG, "Saga {0}: {1}", id, move.words());
        yield true;
      }
    };
  }

  private Instance<T> instance(Plan plan, Optional<EventEnvelope> cause) {
    Beginning<T> began = beginnings.of(saga, plan);
    return new Instance<>(
        plan, began.facts(), cause.orElse(began.event()), engine.store(), engine.commands());
  }
}
