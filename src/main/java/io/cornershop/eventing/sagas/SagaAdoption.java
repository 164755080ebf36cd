package io.cornershop.eventing.sagas;

import io.cornershop.eventing.commands.AggregateLoader.Loaded;
import io.cornershop.eventing.events.UnreadableEvent;
import io.cornershop.eventing.sagas.Beginnings.Beginning;
import io.cornershop.eventing.sagas.SagaRunner.Surroundings;
import io.cornershop.eventing.sagas.SagaState.None;
import io.cornershop.kernel.DomainEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Begins sagas for what is from before there were any. Such a saga is the one that the event would
 * have started by itself, with the same ids; a timer that is due at once brings some node to go on
 * with it. Idempotent: a repeat finds the saga, and wakes one that nobody has gone on with because
 * the first call died. Thread-safe.
 */
public final class SagaAdoption {

  /** What became of a stray. */
  public enum Result {
    /** It has a saga now, which goes on by itself. */
    ADOPTED,
    /** It was none: it has had a saga before. */
    HAS_SAGA,
    /** It cannot have one. */
    REFUSED
  }

  /**
   * What became of a stray.
   *
   * @param reason why it was refused
   */
  public record Adopted(SagaId sagaId, Stray stray, Result result, Optional<String> reason) {}

  private final SagaDefinitions definitions;
  private final Surroundings engine;
  private final Beginnings beginnings;

  public SagaAdoption(SagaDefinitions definitions, Surroundings engine) {
    this.definitions = definitions;
    this.engine = engine;
    this.beginnings = new Beginnings(engine.store(), engine.json());
  }

  /**
   * Begins the saga of a stray, unless it has one.
   *
   * @param before is told of the saga before it begins; when that fails, it does not
   * @throws IllegalArgumentException when this build does not have its definition
   * @throws io.cornershop.kernel.Unavailable when the store does not answer
   */
  public Adopted adopt(Stray stray, Consumer<SagaId> before) {
    Saga<?> saga =
        definitions
            .ofType(stray.sagaType())
            .orElseThrow(() -> new IllegalArgumentException("No saga " + stray.sagaType()));
    return adopt(saga, stray, before);
  }

  private <T extends DomainEvent> Adopted adopt(
      Saga<T> saga, Stray stray, Consumer<SagaId> before) {
    SagaId id = saga.idAbout(stray.subject());
    Loaded<SagaState> known = engine.loader().load(Sagas.AGGREGATE, Sagas.streamOf(id));
    if (!(known.state() instanceof None)) {
      if (known.head().sequence() == 1) {
        wake(saga, id);
      }
      return new Adopted(id, stray, Result.HAS_SAGA, Optional.empty());
    }
    try {
      Optional<Beginning<T>> beginning = beginnings.in(stray.trigger(), saga, id);
      beginning.ifPresent(found -> begin(saga, id, found, before));
      return beginning.isPresent()
          ? new Adopted(id, stray, Result.ADOPTED, Optional.empty())
          : refused(id, stray, "There is no event in %s that starts it");
    } catch (UnreadableEvent e) {
      return refused(id, stray, "The event in %s that should start it cannot be read");
    }
  }

  private static Adopted refused(SagaId id, Stray stray, String reason) {
    return new Adopted(id, stray, Result.REFUSED, Optional.of(reason.formatted(stray.trigger())));
  }

  private <T extends DomainEvent> void begin(
      Saga<T> saga, SagaId id, Beginning<T> beginning, Consumer<SagaId> before) {
    before.accept(id);
    new Messages<>(saga, engine.commands(), beginning.event(), now()).start(id, beginning.facts());
    wake(saga, id);
  }

  /**
   * By the timer of its first state; it is harmless when somebody goes on with the saga already.
   */
  private void wake(Saga<?> saga, SagaId id) {
    engine.timers().schedule(SagaIds.ofTimerAfter(id, 1), saga.type(), id.value(), now());
  }

  private Instant now() {
    return engine.clock().instant();
  }
}
