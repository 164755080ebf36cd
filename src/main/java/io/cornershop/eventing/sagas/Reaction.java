package io.cornershop.eventing.sagas;

import io.cornershop.kernel.Command;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The shop's answer to one kind of event. Pure: the same event always leads to the same commands,
 * because it may be asked again at any time. Implementations are application-scoped CDI beans,
 * found by type, and thread-safe.
 *
 * @param <E> the event that it reacts to
 */
public interface Reaction<E extends DomainEvent> {

  /** The stable name: command ids derive from it, so it never changes. A sentence in kebab case. */
  String name();

  /** The event that it reacts to. */
  Class<E> event();

  /** What has to happen because of the event, in order. */
  List<Command> react(E event);

  /**
   * Whose turn the event takes, when that is not what it is about: events of one subject are
   * answered in order, and wait behind one of them that is kept in the dead letters. Name what the
   * commands go to, so that a mistaken event holds nobody else's.
   */
  default Optional<Identifier> subject(E event) {
    return Optional.empty();
  }

  /**
   * The refusals, by code, that are an end: the receiving aggregate has decided, and the reaction
   * has done its duty. Any other refusal was not foreseen; the event is then kept in the dead
   * letters, because somebody has been promised what the reaction does.
   */
  default Set<String> finalRefusals() {
    return Set.of();
  }
}
