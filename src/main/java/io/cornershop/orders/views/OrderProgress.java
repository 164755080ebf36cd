package io.cornershop.orders.views;

import io.cornershop.eventing.projections.InstantColumn;
import io.cornershop.orders.OrderEvent.OrderCancelled;
import io.cornershop.orders.OrderEvent.OrderConfirmed;
import io.cornershop.orders.OrderEvent.OrderDelivered;
import io.cornershop.orders.OrderEvent.OrderShipped;
import jakarta.nosql.Column;
import jakarta.nosql.Convert;
import jakarta.nosql.Embeddable;
import jakarta.nosql.Embeddable.EmbeddableType;
import java.time.Instant;
import java.util.Optional;

/** How far an order has come, and when. */
@Embeddable(EmbeddableType.GROUPING)
public record OrderProgress(
    @Column Optional<String> paymentId,
    @Column @Convert(InstantColumn.class) Optional<Instant> confirmedAt,
    @Column Optional<String> trackingNumber,
    @Column Optional<String> carrier,
    @Column @Convert(InstantColumn.class) Optional<Instant> shippedAt,
    @Column @Convert(InstantColumn.class) Optional<Instant> deliveredAt,
    @Column @Convert(InstantColumn.class) Optional<Instant> cancelledAt,
    @Column Optional<String> cancellationReason) {

  /** Of an order that was only created. */
  public static final OrderProgress NONE =
      new OrderProgress(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  OrderProgress with(OrderConfirmed e) {
    return new OrderProgress(
        Optional.of(e.paymentId().value()),
        Optional.of(e.confirmedAt()),
        trackingNumber,
        carrier,
        shippedAt,
        deliveredAt,
        cancelledAt,
        cancellationReason);
  }

  OrderProgress with(OrderShipped e) {
    return new OrderProgress(
        paymentId,
        confirmedAt,
        Optional.of(e.trackingNumber().value()),
        Optional.of(e.carrier()),
        Optional.of(e.shippedAt()),
        deliveredAt,
        cancelledAt,
        cancellationReason);
  }

  OrderProgress with(OrderDelivered e) {
    return new OrderProgress(
        paymentId,
        confirmedAt,
        trackingNumber,
        carrier,
        shippedAt,
        Optional.of(e.deliveredAt()),
        cancelledAt,
        cancellationReason);
  }

  OrderProgress with(OrderCancelled e) {
    return new OrderProgress(
        paymentId,
        confirmedAt,
        trackingNumber,
        carrier,
        shippedAt,
        deliveredAt,
        Optional.of(e.cancelledAt()),
        Optional.of(e.reason()));
  }
}
