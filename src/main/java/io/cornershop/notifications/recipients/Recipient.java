package io.cornershop.notifications.recipients;

import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.PushSubscription;
import java.util.List;
import java.util.Optional;

/**
 * A customer as messages need them.
 *
 * @param email absent when the person is erased
 * @param phone in E.164 form, unless it does not tell its country
 */
public record Recipient(
    String customerId,
    String name,
    Optional<String> email,
    Optional<String> phone,
    Preferences preferences,
    List<PushSubscription> subscriptions) {

  public Recipient {
    subscriptions = List.copyOf(subscriptions);
  }

  /** Without what is known of the person. */
  @Override
  public String toString() {
    return "recipient " + customerId;
  }
}
