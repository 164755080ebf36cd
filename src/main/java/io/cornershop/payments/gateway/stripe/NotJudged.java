package io.cornershop.payments.gateway.stripe;

/** Stripe has answered, but not to the request: it failed, was busy, or did not let us in. */
final class NotJudged extends RuntimeException {

  NotJudged(int status) {
    super("Stripe answers " + status, null, false, false);
  }
}
