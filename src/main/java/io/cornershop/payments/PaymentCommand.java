package io.cornershop.payments;

import io.cornershop.kernel.Command;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.PaymentMethod;
import java.time.Instant;

/**
 * What can be asked of a payment, and what its provider has answered. Answers can come late, twice
 * or out of turn; the payment knows what to make of them.
 */
public sealed interface PaymentCommand extends Command {

  PaymentId paymentId();

  @Override
  default PaymentId target() {
    return paymentId();
  }

  /** Let the provider hold the amount, and take it as soon as it is held. */
  record InitiatePayment(
      PaymentId paymentId,
      OrderId orderId,
      CustomerId customerId,
      Money amount,
      PaymentMethod paymentMethod,
      Instant at)
      implements PaymentCommand {}

  /** Take nothing, or give back all that was taken; also before it was initiated. */
  record CancelPayment(
      PaymentId paymentId, OrderId orderId, CustomerId customerId, String reason, Instant at)
      implements PaymentCommand {}

  /**
   * Give back a part of what was taken, or all of it.
   *
   * @param refundId tells this refund from others of the payment
   */
  record RequestRefund(
      PaymentId paymentId, String refundId, Money amount, String reason, Instant at)
      implements PaymentCommand {}

  /** The provider holds the amount. */
  record RecordAuthorization(PaymentId paymentId, String providerReference, Instant at)
      implements PaymentCommand {}

  /** The provider has taken the amount. */
  record RecordCapture(PaymentId paymentId, String providerReference, Instant at)
      implements PaymentCommand {}

  /** The provider refuses for good: nothing is held, nothing was taken. */
  record RecordFailure(PaymentId paymentId, String reason, Instant at) implements PaymentCommand {}

  /** The provider holds nothing any more, or never did. */
  record RecordVoid(PaymentId paymentId, Instant at) implements PaymentCommand {}

  /** The provider has given money back. */
  record RecordRefund(PaymentId paymentId, String refundId, Money amount, Instant at)
      implements PaymentCommand {}

  /** The provider refuses for good to give money back. */
  record RecordRefundFailure(PaymentId paymentId, String refundId, String reason, Instant at)
      implements PaymentCommand {}

  /** Whether the provider has done what it was asked is not known; it is asked again. */
  record RecordUnknownOutcome(PaymentId paymentId, Instant at) implements PaymentCommand {}
}
