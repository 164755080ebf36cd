package io.cornershop.payments.domain;

import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.PaymentMethod;
import java.util.List;

/**
 * A payment is {@code None → Initiated → Authorized → Captured}, from where money can go back. It
 * can end {@code Failed} or {@code Voided} before it is captured, {@code Abandoned} before it is
 * begun.
 */
public sealed interface Payment {

  /** Not heard of yet. */
  record None() implements Payment {}

  /** It was cancelled before it was begun, and is not begun any more. */
  record Abandoned() implements Payment {}

  /** There is one, wherever it stands. */
  sealed interface Begun extends Payment {

    /** What it is about. */
    Terms terms();

    /** Whether a cancellation would have an effect. */
    default boolean canBeCancelled() {
      return switch (this) {
        case Initiated p -> !p.cancelled();
        case Authorized p -> !p.cancelled();
        case Captured p -> !p.cancelled() && p.left().minorUnits() > 0;
        case Failed p -> false;
        case Voided p -> false;
      };
    }
  }

  /** What is paid for what, by whom; never changes. */
  record Terms(
      PaymentId paymentId,
      OrderId orderId,
      CustomerId customerId,
      Money amount,
      PaymentMethod paymentMethod) {}

  /**
   * The provider has been asked.
   *
   * @param cancelled whether it is to be given up as soon as the provider has answered
   * @param unknown whether the provider has failed to answer
   */
  record Initiated(Terms terms, boolean cancelled, boolean unknown) implements Begun {}

  /** The provider holds the amount. */
  record Authorized(Terms terms, String providerReference, boolean cancelled, boolean unknown)
      implements Begun {}

  /**
   * The provider has taken the amount.
   *
   * @param cancelled whether all is to be given back
   * @param refunded what was given back
   * @param open refunds that the provider has not answered
   * @param done ids of refunds that it has paid
   */
  record Captured(
      Terms terms,
      String providerReference,
      boolean cancelled,
      Money refunded,
      List<Refund> open,
      List<String> done)
      implements Begun {

    public Captured {
      open = List.copyOf(open);
      done = List.copyOf(done);
    }

    /** What was taken and neither was nor is about to be given back. */
    Money left() {
      return open.stream().map(Refund::amount).reduce(terms.amount().minus(refunded), Money::minus);
    }
  }

  /** Money that is to go back. */
  record Refund(String refundId, Money amount) {}

  /** The provider has refused. */
  record Failed(Terms terms) implements Begun {}

  /** Nothing is held any more. */
  record Voided(Terms terms) implements Begun {}
}
