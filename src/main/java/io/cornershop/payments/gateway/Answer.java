package io.cornershop.payments.gateway;

/** What a provider says to a request. */
public sealed interface Answer {

  /**
   * It has done it, now or at an earlier request with the same key.
   *
   * @param reference how it calls the payment or the refund
   */
  record Done(String reference) implements Answer {}

  /**
   * It has not done it and will not.
   *
   * @param reason a code of its own, such as {@code card_declined}; nothing of a card
   */
  record Refused(String reason) implements Answer {}

  /** It may have done it or not: no answer in time, a failure of its own, a lost connection. */
  record Unknown() implements Answer {}
}
