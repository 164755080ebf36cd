package io.cornershop.orders.api;

import io.cornershop.kernel.Money;
import io.cornershop.orders.views.OrderDetails;
import io.cornershop.orders.views.OrderDetails.OrderItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An order. */
public record OrderAnswer(
    String orderId,
    String customerId,
    String status,
    Money totalAmount,
    List<OrderItem> items,
    Optional<String> paymentId,
    Optional<String> paymentStatus,
    Optional<String> trackingNumber,
    Optional<String> carrier,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> confirmedAt,
    Optional<Instant> shippedAt,
    Optional<Instant> deliveredAt,
    Optional<Instant> cancelledAt,
    Optional<String> cancellationReason,
    long sequence) {

  static OrderAnswer of(OrderDetails row) {
    return new OrderAnswer(
        row.orderId(),
        row.customerId(),
        row.status(),
        row.totalAmount(),
        row.items(),
        row.paymentId(),
        row.paymentStatus(),
        row.trackingNumber(),
        row.carrier(),
        row.createdAt(),
        row.updatedAt(),
        row.confirmedAt(),
        row.shippedAt(),
        row.deliveredAt(),
        row.cancelledAt(),
        row.cancellationReason(),
        row.sequence());
  }
}
