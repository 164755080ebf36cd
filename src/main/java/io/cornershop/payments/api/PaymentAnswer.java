package io.cornershop.payments.api;

import io.cornershop.kernel.Money;
import io.cornershop.payments.views.PaymentDetails;
import java.time.Instant;
import java.util.Optional;

/** A payment. */
public record PaymentAnswer(
    String paymentId,
    String orderId,
    String customerId,
    String status,
    Optional<Money> amount,
    Optional<Money> refundedAmount,
    Optional<String> paymentMethod,
    Optional<String> providerReference,
    Optional<String> reason,
    Instant updatedAt,
    long sequence) {

  static PaymentAnswer of(PaymentDetails row) {
    return new PaymentAnswer(
        row.paymentId(),
        row.orderId(),
        row.customerId(),
        row.status(),
        row.amount(),
        row.refundedAmount(),
        row.paymentMethod(),
        row.providerReference(),
        row.reason(),
        row.updatedAt(),
        row.sequence());
  }
}
