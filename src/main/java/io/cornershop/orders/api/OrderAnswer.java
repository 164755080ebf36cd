package io.cornershop.orders.api;

import io.cornershop.kernel.Money;
import io.cornershop.orders.views.OrderDetails;
import io.cornershop.orders.views.OrderDetails.OrderItem;
import io.cornershop.orders.views.OrderPayment;
import io.cornershop.orders.views.OrderProgress;
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

  /**
   * @param payment of the order, once there is one
   */
  static OrderAnswer of(OrderDetails row, Optional<OrderPayment> payment) {
    OrderProgress progress = row.progress();
    return new OrderAnswer(
        row.orderId(),
        row.customerId(),
        row.status(),
        row.totalAmount(),
        row.items(),
        payment.map(OrderPayment::paymentId).or(progress::paymentId),
        payment.map(OrderPayment::status),
        progress.trackingNumber(),
        progress.carrier(),
        row.createdAt(),
        row.updatedAt(),
        progress.confirmedAt(),
        progress.shippedAt(),
        progress.deliveredAt(),
        progress.cancelledAt(),
        progress.cancellationReason(),
        row.sequence());
  }
}
