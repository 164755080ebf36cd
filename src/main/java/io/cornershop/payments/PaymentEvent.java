package io.cornershop.payments;

import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.PaymentMethod;
import io.cornershop.kernel.WireName;
import java.time.Instant;
import java.util.Optional;

/** What can happen to a payment. */
public sealed interface PaymentEvent extends DomainEvent {

  /** The id of the refund that gives all back when a payment is cancelled. */
  String CANCELLATION = "cancellation";

  /** Where a payment stands, as callers spell it. */
  enum Status {
    INITIATED("Initiated"),
    AUTHORIZED("Authorized"),
    COMPLETED("Completed"),
    FAILED("Failed"),
    UNKNOWN("Unknown"),
    VOIDED("Voided"),
    PARTIALLY_REFUNDED("PartiallyRefunded"),
    REFUNDED("Refunded");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    /** The stable spelling; the constant may be renamed. */
    @Override
    public String toString() {
      return text;
    }
  }

  PaymentId paymentId();

  OrderId orderId();

  CustomerId customerId();

  /** Where the payment stands now; empty when that has not changed. */
  default Optional<Status> status() {
    return switch (this) {
      case PaymentInitiated e -> Optional.of(Status.INITIATED);
      case PaymentAuthorized e -> Optional.of(Status.AUTHORIZED);
      case PaymentCompleted e -> Optional.of(Status.COMPLETED);
      case PaymentFailed e -> Optional.of(Status.FAILED);
      case PaymentOutcomeUnknown e -> Optional.of(Status.UNKNOWN);
      case PaymentVoided e -> Optional.of(Status.VOIDED);
      case PaymentRefunded e ->
          Optional.of(e.isComplete() ? Status.REFUNDED : Status.PARTIALLY_REFUNDED);
      case PaymentCancellationRequested e -> Optional.empty();
      case PaymentRefundRequested e -> Optional.empty();
      case PaymentRefundFailed e -> Optional.empty();
    };
  }

  /** The provider is to be asked for the amount. */
  @WireName("PaymentInitiated")
  record PaymentInitiated(
      PaymentId paymentId,
      OrderId orderId,
      CustomerId customerId,
      Money amount,
      PaymentMethod paymentMethod,
      Instant initiatedAt)
      implements PaymentEvent {}

  /**
   * The provider holds the amount.
   *
   * @param providerReference how the provider calls the payment
   */
  @WireName("PaymentAuthorized")
  record PaymentAuthorized(
      PaymentId paymentId,
      OrderId orderId,
      CustomerId customerId,
      Money amount,
      String providerReference,
      Instant authorizedAt)
      implements PaymentEvent {}

  /** The provider has taken the amount. */
  @WireName("PaymentCompleted")
  record PaymentCompleted(
      PaymentId paymentId,
      OrderId orderId,
      CustomerId customerId,
      Money amount,
      String providerReference,
      Instant completedAt)
      implements PaymentEvent {}

  /**
   * The provider has refused; nothing is held or taken.
   *
   * @param reason the provider's word for it
   */
  @WireName("PaymentFailed")
  record PaymentFailed(
      PaymentId paymentId,
      OrderId orderId,
      CustomerId customerId,
      Money amount,
      String reason,
      Instant failedAt)
      implements PaymentEvent {}

  /** What the provider has done with the last request is not known yet. */
  @WireName("PaymentOutcomeUnknown")
  record PaymentOutcomeUnknown(
      PaymentId paymentId, OrderId orderId, CustomerId customerId, Instant noticedAt)
      implements PaymentEvent {}

  /** Nothing is to be taken, and what was taken is to be given back. */
  @WireName("PaymentCancellationRequested")
  record PaymentCancellationRequested(
      PaymentId paymentId,
      OrderId orderId,
      CustomerId customerId,
      String reason,
      Instant requestedAt)
      implements PaymentEvent {}

  /** Nothing is held, and nothing was taken. */
  @WireName("PaymentVoided")
  record PaymentVoided(
      PaymentId paymentId, OrderId orderId, CustomerId customerId, Instant voidedAt)
      implements PaymentEvent {}

  /** Money is to be given back. */
  @WireName("PaymentRefundRequested")
  record PaymentRefundRequested(
      PaymentId paymentId,
      OrderId orderId,
      CustomerId customerId,
      String refundId,
      Money amount,
      String reason,
      Instant requestedAt)
      implements PaymentEvent {}

  /**
   * Money was given back.
   *
   * @param amount of this refund
   * @param totalRefunded of all refunds of the payment
   * @param isComplete whether nothing is left of what was taken
   */
  @WireName("PaymentRefunded")
  record PaymentRefunded(
      PaymentId paymentId,
      OrderId orderId,
      CustomerId customerId,
      String refundId,
      Money amount,
      Money totalRefunded,
      boolean isComplete,
      Instant refundedAt)
      implements PaymentEvent {}

  /** The provider has refused to give money back: somebody must look after it. */
  @WireName("PaymentRefundFailed")
  record PaymentRefundFailed(
      PaymentId paymentId,
      OrderId orderId,
      CustomerId customerId,
      String refundId,
      String reason,
      Instant failedAt)
      implements PaymentEvent {}
}
