package io.cornershop.reporting.sales;

import io.cornershop.eventing.projections.MoneyColumn;
import io.cornershop.eventing.projections.TimeKey;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.orders.OrderEvent.OrderReturned;
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
 * What one order adds to the reports.
 *
 * @param day on which it was created, by the calendar of the shop, such as {@code 2026-11-01}
 * @param status where the order stands; decides whether it is revenue
 * @param returned what was paid for what came back
 * @param items without what came back
 * @param orderKey when it was created, and its id; later orders are greater
 */
@Entity(OrderSalesProjection.NAME)
public record OrderSales(
    @Id String orderId,
    @Column String customerId,
    @Column String day,
    @Column String status,
    @Column @Convert(MoneyColumn.class) Money total,
    @Column @Convert(MoneyColumn.class) Money returned,
    @Column List<SoldItem> items,
    @Column String orderKey) {

  OrderSales at(Status newStatus) {
    return new OrderSales(
        orderId, customerId, day, newStatus.toString(), total, returned, items, orderKey);
  }

  OrderSales with(OrderReturned e) {
    return new OrderSales(
        orderId,
        customerId,
        day,
        e.status().toString(),
        total,
        returned.plus(e.refundAmount()),
        items.stream()
            .map(item -> item.without(e.items()))
            .filter(item -> item.quantity() > 0)
            .toList(),
        orderKey);
  }

  /** The order that a key is of. */
  static String orderIn(String orderKey) {
    return TimeKey.idIn(orderKey);
  }

  /** When the order of a key was created. */
  static Instant createdAtIn(String orderKey) {
    return TimeKey.timeIn(orderKey);
  }

  /** A line of the order. */
  @Embeddable(EmbeddableType.GROUPING)
  public record SoldItem(
      @Column String productId,
      @Column String productName,
      @Column long quantity,
      @Column @Convert(MoneyColumn.class) Money total) {

    static SoldItem of(LineItem item) {
      return new SoldItem(
          item.productId().value(), item.productName(), item.quantity(), item.totalPrice());
    }

    private SoldItem without(List<LineItem> gone) {
      SoldItem left = this;
      for (LineItem item : gone) {
        left = item.productId().value().equals(productId) ? left.without(item) : left;
      }
      return left;
    }

    private SoldItem without(LineItem gone) {
      return new SoldItem(
          productId, productName, quantity - gone.quantity(), total.minus(gone.totalPrice()));
    }
  }
}
