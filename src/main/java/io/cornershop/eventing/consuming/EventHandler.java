package io.cornershop.eventing.consuming;

import io.cornershop.eventing.events.EventEnvelope;
import java.util.Set;

/**
 * What happens because of an event. Implementations are application-scoped CDI beans, found by
 * type. The engine calls {@link #handle} for the events of one {@linkplain #keyOf key} one after
 * the other in the order of the topic, for different keys at the same time; an event can come more
 * than once.
 */
public interface EventHandler {

  /** The stable name under which operators see it. */
  String name();

  /** The consumer group in which it runs, one of the engine's channels. */
  String group();

  /** The wire names of the events that it wants; all others are passed over. */
  Set<String> eventTypes();

  /** Events with equal keys are handled in order. */
  default String keyOf(EventEnvelope event) {
    return event.stream().aggregateId();
  }

  /**
   * Handles one event. Its effect is durable when the method returns, and a repeat has no second
   * effect. An exception means that nothing was done.
   */
  void handle(EventEnvelope event);
}
