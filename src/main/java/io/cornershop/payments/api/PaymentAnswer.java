package io.cornershop.payments.api;

import io.cornershop.kernel.Money;
import io.cornershop.payments.views.PaymentDetails;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A payment. */
public record PaymentAnswer(
    String paymentId,
    String orderId,
    String customerId,
    String status,
    Optional<Money> amount,
    Optional<Money> refundedAmount,
    @Schema(
            enumeration = {"Requested", "Completed", "Failed"},
            description =
                "Where the last refund stands; absent when nothing was ever to be given back. After"
                    + " a refund that has failed, status stays what it was, such as Completed, and"
                    + " reason says why.")
        Optional<String> refundStatus,
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
        row.refundStatus(),
        row.paymentMethod(),
        row.providerReference(),
        row.reason(),
        row.updatedAt(),
        row.sequence());
  }
}
