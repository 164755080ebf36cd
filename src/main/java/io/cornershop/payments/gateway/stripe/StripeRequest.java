package io.cornershop.payments.gateway.stripe;

import java.util.Map;

/** What is asked of Stripe. */
public sealed interface StripeRequest {

  /** Make an intent of these fields. */
  record Create(String key, Map<String, String> fields) implements StripeRequest {}

  /** Take what the intent holds. */
  record Capture(String key, String intent, Map<String, String> fields) implements StripeRequest {}

  /** Let go what the intent holds. */
  record Cancel(String key, String intent) implements StripeRequest {}

  /** Give money back. */
  record Refund(String key, Map<String, String> fields) implements StripeRequest {}

  /** Where an intent stands; changes nothing. */
  record Find(String intent) implements StripeRequest {}
}
