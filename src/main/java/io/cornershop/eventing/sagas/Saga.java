package io.cornershop.eventing.sagas;

import io.cornershop.eventing.sagas.Work.Occasion;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.DomainEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A process that spans aggregates, as declared steps. Pure and thread-safe.
 *
 * <p>The technique is García-Molina and Salem's saga: each step has an undoing; a step that fails
 * for good has all steps before it undone. How a step ends:
 *
 * <ul>
 *   <li>all its commands have a result, and an awaited event, if there is one, says so: done;
 *   <li>a command is refused, or the deadline passes: the step is undone too, it may be half done;
 *   <li>an awaited event says that it will not happen: there is nothing to undo of this step;
 *   <li>anything else that goes wrong: it is tried again, and at last counts as refused.
 * </ul>
 *
 * @param <T> the event that starts it, which holds all its facts
 */
public interface Saga<T extends DomainEvent> {

  /** The stable name, in kebab case: command ids derive from it. */
  String type();

  /** Raised with every change of the steps. */
  int version();

  /** The event that starts it. */
  Class<T> trigger();

  /** Which instance an event is about, if any. */
  Optional<SagaId> sagaIdOf(DomainEvent event);

  /** What an instance is about, as callers know it. */
  String subjectOf(T facts);

  /** The instance that is about this, whether or not it has begun. */
  SagaId idAbout(String subject);

  /** In the order in which they are done. */
  List<Step<T>> steps();

  /** Events after which an instance is undone, wherever it stands. */
  Set<Class<? extends DomainEvent>> cancelledBy();

  /**
   * What has to be accepted before an instance that is done may be undone on an operator's wish;
   * empty when what is done stays done.
   */
  default Optional<Command> revocation(T facts, Occasion occasion) {
    return Optional.empty();
  }

  /** How often what fails is tried. */
  default Retries retries() {
    return Retries.USUAL;
  }

  /** Whether nothing can be undone: what cannot be done then waits for an operator. */
  default boolean isForwardOnly() {
    return false;
  }
}
