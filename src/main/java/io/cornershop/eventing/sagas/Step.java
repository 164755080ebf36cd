package io.cornershop.eventing.sagas;

import io.cornershop.kernel.DomainEvent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A step of a saga.
 *
 * @param name stable: it is in events, and command ids derive from it
 * @param doing how it is done
 * @param undoing how it is undone, also when it was half done or not done at all
 */
public record Step<T extends DomainEvent>(String name, Work<T> doing, Work<T> undoing) {

  Work<T> work(boolean compensation) {
    return compensation ? undoing : doing;
  }

  Set<Class<? extends DomainEvent>> awaited() {
    return Stream.of(doing, undoing)
        .flatMap(work -> work.awaited().stream())
        .flatMap(awaited -> awaited.events().stream())
        .collect(Collectors.toSet());
  }
}
