package io.cornershop.payments.gateway.stripe;

import io.cornershop.payments.gateway.NoticeDesk;
import io.cornershop.payments.gateway.NoticeDesk.Effect;
import java.time.Clock;
import java.util.Optional;

/** Where Stripe tells of itself. Nothing of what it sends is logged or kept. Thread-safe. */
public final class StripeWebhook {

  private final Optional<StripeSignature> signature;
  private final NoticeDesk desk;

  /**
   * @param secret which Stripe signs with; without one nobody is believed
   */
  public StripeWebhook(Optional<String> secret, NoticeDesk desk, Clock clock) {
    this.signature = secret.map(key -> new StripeSignature(key, clock));
    this.desk = desk;
  }

  /** Whether there is a secret. */
  public boolean isOpen() {
    return signature.isPresent();
  }

  /**
   * Records what the event says; empty when Stripe has not signed it.
   *
   * @param header of the name {@code Stripe-Signature}
   * @throws io.cornershop.kernel.InvalidValue when it is no event of Stripe's
   * @throws io.cornershop.kernel.Unavailable when it could not be recorded now
   */
  public Optional<Effect> receive(String header, byte[] body) {
    return signature
        .filter(key -> key.fits(header, body))
        .map(signed -> StripeNotices.in(body).map(desk::receive).orElse(Effect.NOTHING_NEW));
  }
}
