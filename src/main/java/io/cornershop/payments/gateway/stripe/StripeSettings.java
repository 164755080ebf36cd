package io.cornershop.payments.gateway.stripe;

import java.time.Duration;

/**
 * How Stripe is reached.
 *
 * @param baseUrl without a slash at its end
 * @param timeout for a connection, and for an answer
 */
public record StripeSettings(String baseUrl, String secretKey, Duration timeout) {

  /** Without the secret. */
  @Override
  public String toString() {
    return "Stripe at " + baseUrl;
  }
}
