package io.cornershop.notifications.delivery;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.messages.Outcome;
import java.time.Duration;

/** Is told how messages fare. Implementations are thread-safe, neither block nor throw. */
public interface DeliveryObserver {

  /** Is told and does nothing. */
  DeliveryObserver NONE = new DeliveryObserver() {};

  /** A provider was called and has answered so. */
  default void attempted(Channel channel, Outcome outcome, Duration took) {}

  /**
   * The ledger says now that it was sent: after an attempt, or after a provider was asked. Once for
   * each message, but for one that an operator has had sent again.
   *
   * @param eventType why it was sent
   */
  default void sent(Channel channel, String eventType) {}
}
