package io.cornershop.orders.views;

import io.cornershop.eventing.projections.InstantColumn;
import io.cornershop.eventing.projections.MoneyColumn;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import jakarta.nosql.Column;
import jakarta.nosql.Convert;
import jakarta.nosql.Embeddable;
import jakarta.nosql.Embeddable.EmbeddableType;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as customer and staff see it.
 *
 * @param listKey its place in lists: when it was created, and its id; later orders are greater
 * @param sequence of the order that the row includes
 */
@Entity(OrderDetailsProjection.NAME)
public record OrderDetails(
    @Id String orderId,
    @Column String customerId,
    @Column String status,
    @Column @Convert(MoneyColumn.class) Money totalAmount,
    @Column List<OrderItem> items,
    @Column Optional<String> paymentId,
    @Column Optional<String> paymentStatus,
    @Column Optional<String> trackingNumber,
    @Column Optional<String> carrier,
    @Column @Convert(InstantColumn.class) Instant createdAt,
    @Column @Convert(InstantColumn.class) Instant updatedAt,
    @Column @Convert(InstantColumn.class) Optional<Instant> confirmedAt,
    @Column @Convert(InstantColumn.class) Optional<Instant> shippedAt,
    @Column @Convert(InstantColumn.class) Optional<Instant> deliveredAt,
    @Column @Convert(InstantColumn.class) Optional<Instant> cancelledAt,
    @Column Optional<String> cancellationReason,
    @Column String listKey,
    @Column long sequence) {

  /** A line of the order. */
  @Embeddable(EmbeddableType.GROUPING)
  public record OrderItem(
      @Column String productId,
      @Column String productName,
      @Column int quantity,
      @Column @Convert(MoneyColumn.class) Money unitPrice,
      @Column @Convert(MoneyColumn.class) Money totalPrice) {

    static OrderItem of(LineItem item) {
      return new OrderItem(
          item.productId().value(),
          item.productName(),
          item.quantity(),
          item.unitPrice(),
          item.totalPrice());
    }
  }
}
