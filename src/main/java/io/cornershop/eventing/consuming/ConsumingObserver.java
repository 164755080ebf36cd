package io.cornershop.eventing.consuming;

import java.time.Duration;

/**
 * Is told how events fare with the handlers of a consumer group. Implementations are thread-safe,
 * neither block nor throw.
 */
public interface ConsumingObserver {

  /**
   * An event that came.
   *
   * @param eventType as the record says; any text, empty when nothing can be read
   */
  record Arrived(String eventType, String topic, String group) {}

  /** Is told and does nothing. */
  ConsumingObserver NONE = new ConsumingObserver() {};

  /**
   * All handlers of the group that want the event have handled it. An event that comes again after
   * a crash or a rebalance is told of again; one of which a letter was made is not told of.
   *
   * @param took since it was given to the handlers
   */
  default void consumed(Arrived event, Duration took) {}

  /**
   * A try has failed.
   *
   * @param kind what the failure policy takes it for, one of few words
   */
  default void failed(Arrived event, String kind) {}
}
