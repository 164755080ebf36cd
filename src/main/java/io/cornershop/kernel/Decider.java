package io.cornershop.kernel;

import java.util.List;

/**
 * The rules of one kind of aggregate as pure functions: no clock, no random, no I/O, no logging.
 * The same arguments always give the same answer, so a decision can be repeated after a conflict
 * and a history can be folded again at any time. Thread-safe, because stateless.
 *
 * <p>The technique is Jérémie Chassaing's Functional Event Sourcing Decider.
 *
 * @param <C> the commands of the domain
 * @param <S> the state: one record per stage of life
 * @param <E> the events of the domain
 */
public interface Decider<C extends Command, S, E extends DomainEvent> {

  /** The state before the first event. */
  S initial();

  /**
   * What happens when {@code command} meets {@code state}.
   *
   * @return the events in order; empty when the command changes nothing
   * @throws Rejected when the business refuses
   */
  List<E> decide(C command, S state);

  /** The state after {@code event}. Never refuses: history has happened. */
  S evolve(S state, E event);

  /**
   * The version of {@link #evolve} and of the states. Raise it with every change after which a
   * history leads to another state, or a state has other fields: snapshots of the former version
   * are then passed over. A test with a golden history of each aggregate says when.
   */
  default int foldVersion() {
    return 1;
  }
}
