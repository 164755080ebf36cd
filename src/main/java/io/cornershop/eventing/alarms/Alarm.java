package io.cornershop.eventing.alarms;

import io.cornershop.kernel.Command;
import io.cornershop.kernel.DomainEvent;
import java.time.Instant;
import java.util.Set;

/**
 * A rule about the passing of time, with one timer for each subject. Pure. Implementations are
 * application-scoped CDI beans, found by type, and thread-safe.
 */
public interface Alarm {

  /** What an event means for the timer of its subject. */
  sealed interface Wish {

    String subject();

    /** Ring at this time and at no other. */
    record RingAt(String subject, Instant due) implements Wish {}

    /** Ring no more. */
    record Silence(String subject) implements Wish {}
  }

  /**
   * The stable name; timers and command ids are named after it, so it never changes. In kebab case.
   */
  String name();

  /** The events that set it; those of one subject are in one stream. */
  Set<Class<? extends DomainEvent>> events();

  /** What such an event means; events come in the order of their stream, and may come again. */
  Wish react(DomainEvent event);

  /**
   * What is to be asked when it rings. Whether it still means anything, or rings too early, the
   * receiver decides; a refusal is an end.
   *
   * @param now by the clock of the node on which it rings
   */
  Command ring(String subject, Instant now);
}
