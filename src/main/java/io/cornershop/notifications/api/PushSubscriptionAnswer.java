package io.cornershop.notifications.api;

import io.cornershop.notifications.PushSubscription;
import java.net.URI;

/**
 * A browser that takes push messages. Whoever knows its whole endpoint could write to it, so only
 * the push service is shown.
 */
public record PushSubscriptionAnswer(String id, String pushService) {

  static PushSubscriptionAnswer of(PushSubscription subscription) {
    return new PushSubscriptionAnswer(
        subscription.id(), URI.create(subscription.endpoint()).getHost());
  }
}
