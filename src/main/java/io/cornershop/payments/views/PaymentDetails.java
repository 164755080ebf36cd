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
 * @param providerReference how the provider calls it
 * @param reason why it failed, or why a refund did
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
    @Column Optional<String> paymentMethod,
    @Column Optional<String> providerReference,
    @Column Optional<String> reason,
    @Column @Convert(InstantColumn.class) Instant updatedAt,
    @Column long sequence) {

  static PaymentDetails of(PaymentInitiated e, long sequence) {
    return new PaymentDetails(
        e.paymentId().value(),
        e.orderId().value(),
        e.customerId().value(),
        Status.INITIATED.toString(),
        Optional.of(e.amount()),
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
        paymentMethod,
        providerReference,
        reason,
        at,
        newSequence);
  }

  PaymentDetails knownAs(String reference) {
    return with(refundedAmount, Optional.of(reference), reason);
  }

  PaymentDetails because(String why) {
    return with(refundedAmount, providerReference, Optional.of(why));
  }

  PaymentDetails refunded(Money total) {
    return with(Optional.of(total), providerReference, reason);
  }

  private PaymentDetails with(
      Optional<Money> refunded, Optional<String> reference, Optional<String> why) {
    return new PaymentDetails(
        paymentId,
        orderId,
        customerId,
        status,
        amount,
        refunded,
        paymentMethod,
        reference,
        why,
        updatedAt,
        sequence);
  }
}
