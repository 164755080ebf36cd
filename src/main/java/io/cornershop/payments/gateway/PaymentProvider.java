package io.cornershop.payments.gateway;

import io.cornershop.kernel.Money;
import io.cornershop.kernel.PaymentId;
import io.cornershop.payments.PaymentEvent.PaymentInitiated;

/**
 * Whoever holds and moves the money. Every request has an idempotency key: however often it comes,
 * it has one effect and in the end one definite answer. An {@link Answer.Unknown} is cleared up by
 * the same request with the same key, as often as it takes. Implementations are thread-safe and
 * bound the time that a request takes.
 *
 * <p>Every method throws {@link io.cornershop.kernel.ReplayViolation} on a thread that replays, and
 * {@link io.cornershop.kernel.Unavailable} when nothing was asked yet.
 */
public interface PaymentProvider {

  /** Holds the amount, so that it can be taken later. */
  Answer authorize(String key, PaymentInitiated payment);

  /**
   * Takes what is held.
   *
   * @param reference the answer of the authorisation
   */
  Answer capture(String key, String reference, Money amount);

  /** Lets go what is held. Refused only when it was taken; done when nothing is held any more. */
  Answer voidAuthorization(String key, String reference);

  /**
   * Gives back a part of what was taken, or all of it.
   *
   * @param reference the answer of the authorisation
   */
  Answer refund(String key, PaymentId payment, String reference, Money amount);
}
