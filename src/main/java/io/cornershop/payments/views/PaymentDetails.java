package io.cornershop.payments.views;

import io.cornershop.eventing.projections.InstantColumn;
import io.cornershop.eventing.projections.MoneyColumn;
import io.cornershop.kernel.Money;
import io.cornershop.payments.PaymentEvent.PaymentInitiated;
import io.cornershop.payments.PaymentEvent.Status;
import jakarta.nosql.Column;
import jakarta.nosql.Convert;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * A payment as its customer and staff see it.
 *
 * @param refundedAmount what was given back
 * @param refundStatus where the last refund stands, when anything of it was ever to be given back
 * @param providerReference how the provider calls it
 * @param reason why it failed, or why the last refund did
 * @param sequence of the payment that the row includes
 */
@Entity(PaymentDetailsProjection.NAME)
public record PaymentDetails(
    @Id String paymentId,
    @Column String orderId,
    @Column String customerId,
    @Column String status,
    @Column @Convert(MoneyColumn.class) Optional<Money> amount,
    @Column @Convert(MoneyColumn.class) Optional<Money> refundedAmount,
    @Column Optional<String> refundStatus,
    @Column Optional<String> paymentMethod,
    @Column Optional<String> providerReference,
    @Column Optional<String> reason,
    @Column @Convert(InstantColumn.class) Instant updatedAt,
    @Column long sequence) {

  private static final Optional<String> REFUND_REQUESTED = Optional.of("Requested");
  private static final Optional<String> REFUND_COMPLETED = Optional.of("Completed");
  private static final Optional<String> REFUND_FAILED = Optional.of("Failed");

  static PaymentDetails of(PaymentInitiated e, long sequence) {
    return new PaymentDetails(
        e.paymentId().value(),
        e.orderId().value(),
        e.customerId().value(),
        Status.INITIATED.toString(),
        Optional.of(e.amount()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(e.paymentMethod().value()),
        Optional.empty(),
        Optional.empty(),
        e.initiatedAt(),
        sequence);
  }

  /** What was told by then included; where the payment stands only when that has changed. */
  PaymentDetails now(Optional<Status> newStatus, Instant at, long newSequence) {
    return new PaymentDetails(
        paymentId,
        orderId,
        customerId,
        newStatus.map(Status::toString).orElse(status),
        amount,
        refundedAmount,
        refundStatus,
        paymentMethod,
        providerReference,
        reason,
        at,
        newSequence);
  }

  PaymentDetails knownAs(String reference) {
    return with(refundedAmount, refundStatus, Optional.of(reference), reason);
  }

  PaymentDetails because(String why) {
    return with(refundedAmount, refundStatus, providerReference, Optional.of(why));
  }

  /** Something is to be given back; why an earlier try has failed is told no more. */
  PaymentDetails refunding() {
    return with(refundedAmount, REFUND_REQUESTED, providerReference, Optional.empty());
  }

  /** What is cancelled goes back if it was taken; what is only held is set free. */
  PaymentDetails cancelling() {
    return isTaken() ? refunding() : this;
  }

  private boolean isTaken() {
    return status.equals(Status.COMPLETED.toString())
        || status.equals(Status.PARTIALLY_REFUNDED.toString());
  }

  PaymentDetails refunded(Money total) {
    return with(Optional.of(total), REFUND_COMPLETED, providerReference, Optional.empty());
  }

  PaymentDetails notRefunded(String why) {
    return with(refundedAmount, REFUND_FAILED, providerReference, Optional.of(why));
  }

  private PaymentDetails with(
      Optional<Money> refunded,
      Optional<String> refund,
      Optional<String> reference,
      Optional<String> why) {
    return new PaymentDetails(
        paymentId,
        orderId,
        customerId,
        status,
        amount,
        refunded,
        refund,
        paymentMethod,
        reference,
        why,
        updatedAt,
        sequence);
  }
}
