package io.cornershop.kernel;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** The events that sealed families are made of. */
public final class EventKinds {

  private EventKinds() {}

  /** All events of these families, and of the families in them. */
  @SafeVarargs
  public static SequencedSet<Class<? extends DomainEvent>> of(
      Class<? extends DomainEvent>... families) {
    Deque<Class<? extends DomainEvent>> open = new ArrayDeque<>(List.of(families));
    SequencedSet<Class<? extends DomainEvent>> kinds = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      Class<? extends DomainEvent> next = open.pop();
      if (next.isSealed()) {
        Arrays.stream(next.getPermittedSubclasses())
            .forEach(member -> open.add(member.asSubclass(DomainEvent.class)));
      } else {
        kinds.add(next);
      }
    }
    return Collections.unmodifiableSequencedSet(kinds);
  }
}
