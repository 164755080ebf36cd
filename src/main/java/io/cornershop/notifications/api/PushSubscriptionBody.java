package io.cornershop.notifications.api;

import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.PushSubscription;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What {@code PushSubscription.toJSON()} gives in a browser.
 *
 * @param expirationTime in milliseconds since 1970; not used, for the push service says when a
 *     subscription is over
 * @see <a href="https://www.w3.org/TR/push-api/#pushsubscription-interface">the W3C's Push API</a>
 */
public record PushSubscriptionBody(
    @NotNull @Size(max = 2_000) String endpoint,
    Optional<BigDecimal> expirationTime,
    @NotNull @Valid Keys keys) {

  /** The browser's public key and its secret, both Base64 for URLs. */
  public record Keys(
      @NotNull @Size(max = 100) String p256dh, @NotNull @Size(max = 30) String auth) {}

  PushSubscription of(CustomerId customer) {
    return PushSubscription.of(customer, endpoint, keys.p256dh(), keys.auth());
  }
}
