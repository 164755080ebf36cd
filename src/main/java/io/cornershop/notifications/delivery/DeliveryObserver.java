package io.cornershop.notifications.delivery;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.messages.Outcome;
import java.time.Duration;

/** Is told how messages fare. Implementations are thread-safe, neither block nor throw. */
public interface DeliveryObserver {

  /** Is told and does nothing. */
  DeliveryObserver NONE =
      new DeliveryObserver() {
        @Override
        public void attempted(Channel channel, Outcome outcome, Duration took) {
          // nothing to do
        }

        @Override
        public void sent(Channel channel, String eventType) {
          // nothing to do
        }
      };

  /** A provider was called and has answered so. */
  void attempted(Channel channel, Outcome outcome, Duration took);

  /**
   * The ledger says now that it was sent: after an attempt, or after a provider was asked. Once for
   * each message, but for one that an operator has had sent again.
   *
   * @param eventType why it was sent
   */
  void sent(Channel channel, String eventType);
}
