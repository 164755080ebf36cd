package io.cornershop.eventing.publishing;

import java.time.Duration;

/**
 * Is told what becomes of events on their way to Kafka. Implementations are thread-safe, neither
 * block nor throw.
 */
public interface PublishingObserver {

  /**
   * An event on its way.
   *
   * @param source the part of the shop, or the outside producer, that spoke: any text
   */
  record Published(String eventType, String topic, String source) {}

  /** Is told and does nothing. */
  PublishingObserver NONE = new PublishingObserver() {};

  /** The producer has it; one of the others follows, once. */
  default void sent(Published event) {}

  /**
   * It is on Kafka.
   *
   * @param took since it was sent
   */
  default void acknowledged(Published event, Duration took) {}

  /** Kafka does not take it. It is sent again, with all that were dropped behind it. */
  default void refused(Published event, Exception why) {}

  /** It was given up with its producer, and is sent again. */
  default void dropped(Published event) {}
}
