package io.cornershop.payments.gateway;

import io.cornershop.kernel.Money;
import io.cornershop.kernel.PaymentId;

/** What a provider tells of itself, without being asked; late, twice, or in another order. */
public sealed interface ProviderNotice {

  PaymentId paymentId();

  /** How the provider calls the payment. */
  String reference();

  /** The amount is held. */
  record Held(PaymentId paymentId, String reference, Money amount) implements ProviderNotice {}

  /** The amount was taken. */
  record Taken(PaymentId paymentId, String reference, Money amount) implements ProviderNotice {}

  /** Nothing is held. */
  record Declined(PaymentId paymentId, String reference, String reason) implements ProviderNotice {}

  /** Nothing is held any more. */
  record LetGo(PaymentId paymentId, String reference, String reason) implements ProviderNotice {}

  /**
   * Money was given back.
   *
   * @param key of the request; empty when it was not the shop's
   */
  record GivenBack(PaymentId paymentId, String reference, String key, Money amount)
      implements ProviderNotice {}

  /**
   * Money is not given back.
   *
   * @param key of the request; empty when it was not the shop's
   */
  record NotGivenBack(PaymentId paymentId, String reference, String key, String reason)
      implements ProviderNotice {}
}
