package io.cornershop.orders.views;

import io.cornershop.eventing.projections.InstantColumn;
import io.cornershop.eventing.projections.MoneyColumn;
import io.cornershop.eventing.projections.TimeKey;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.orders.OrderEvent.Status;
import jakarta.nosql.Column;
import jakarta.nosql.Convert;
import jakarta.nosql.Embeddable;
import jakarta.nosql.Embeddable.EmbeddableType;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;
import java.time.Instant;
import java.util.List;

/**
 * An order as customer and staff see it.
 *
 * @param listKey its place in lists by creation: when, and its id; later orders are greater
 * @param changeKey its place in lists by its last change, likewise; moves with each change
 * @param amountKey its place in lists by amount, currency by currency
 * @param sequence of the order that the row includes
 */
@Entity(OrderDetailsProjection.NAME)
public record OrderDetails(
    @Id String orderId,
    @Column String customerId,
    @Column String status,
    @Column @Convert(MoneyColumn.class) Money totalAmount,
    @Column List<OrderItem> items,
    @Column @Convert(InstantColumn.class) Instant createdAt,
    @Column @Convert(InstantColumn.class) Instant updatedAt,
    @Column OrderProgress progress,
    @Column String listKey,
    @Column String changeKey,
    @Column String amountKey,
    @Column long sequence) {

  /** The same order, further on. */
  OrderDetails now(Status newStatus, OrderProgress newProgress, Instant at, long newSequence) {
    return new OrderDetails(
        orderId,
        customerId,
        newStatus.toString(),
        totalAmount,
        items,
        createdAt,
        at,
        newProgress,
        listKey,
        TimeKey.of(at, orderId),
        amountKey,
        newSequence);
  }

  /** A place in a list by amount that no other order has. */
  static String amountKey(Money amount, String orderId) {
    return "%s/%019d/%s".formatted(amount.currency(), amount.minorUnits(), orderId);
  }

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
