package io.cornershop.notifications;

import io.cornershop.kernel.Command;
import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.RecipientEvent.PushSubscriptionRemoved.Why;
import java.time.Instant;

/** What can be asked about the messages that a customer gets. */
public sealed interface RecipientCommand extends Command {

  CustomerId customerId();

  Instant at();

  @Override
  default CustomerId target() {
    return customerId();
  }

  /** The wishes are these now. */
  record ChangePreferences(CustomerId customerId, Preferences preferences, Instant at)
      implements RecipientCommand {}

  /** No more messages by this channel; what a link to unsubscribe asks for. */
  record SwitchOff(CustomerId customerId, Channel channel, Instant at)
      implements RecipientCommand {}

  /** A browser takes push messages, with these keys from now on. */
  record AddPushSubscription(CustomerId customerId, PushSubscription subscription, Instant at)
      implements RecipientCommand {}

  /**
   * A browser takes none any more.
   *
   * @param why a subscription that is not there is an error only for who gave it up
   */
  record RemovePushSubscription(CustomerId customerId, String subscriptionId, Why why, Instant at)
      implements RecipientCommand {}
}
