package io.cornershop.payments.gateway.stripe;

import java.util.Optional;

/** How Stripe is asked. Implementations are thread-safe, and bound the time that it takes. */
interface StripeCalls {

  /**
   * The answer; empty when there was none, in which case it may have been done or not.
   *
   * @throws io.cornershop.kernel.Unavailable when it was not asked
   */
  Optional<StripeReply> ask(StripeRequest request);
}
