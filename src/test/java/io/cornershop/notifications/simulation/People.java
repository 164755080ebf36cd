package io.cornershop.notifications.simulation;

import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.PushSubscription;
import io.cornershop.notifications.recipients.Recipient;
import java.util.List;
import java.util.Optional;

/** Customers as messages need them. */
final class People {

  static final PushSubscription PHONE_BROWSER =
      new PushSubscription("phone", "https://push.example/1", "key-1", "secret-1");
  static final PushSubscription DESK_BROWSER =
      new PushSubscription("desk", "https://push.example/2", "key-2", "secret-2");
  static final Recipient ADA = ada(Preferences.USUAL);

  private People() {}

  static Recipient ada(Preferences wishes) {
    return new Recipient(
        "customer-ada",
        "Ada Example",
        Optional.of("ada@example.org"),
        Optional.of("+49301234567"),
        wishes,
        List.of(PHONE_BROWSER, DESK_BROWSER));
  }

  static Recipient customer(String id) {
    return new Recipient(
        id,
        "Customer " + id,
        Optional.of(id + "@example.org"),
        Optional.empty(),
        Preferences.USUAL,
        List.of());
  }
}
