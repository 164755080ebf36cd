package io.cornershop.orders.domain;

import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;
import io.cornershop.kernel.Rejected;
import io.cornershop.orders.OrderCommand.ReturnOrder;
import io.cornershop.orders.OrderCommand.ReturnedItem;
import io.cornershop.orders.OrderEvent.OrderReturned;
import io.cornershop.orders.OrderEvent.Status;
import io.cornershop.orders.domain.Order.Delivered;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What comes back of an order, and what is paid back for it. */
final class Returning {

  private static final Duration PERIOD = Duration.ofDays(30);

  private Returning() {}

  static OrderReturned of(ReturnOrder c, Delivered order) {
    if (c.at().isAfter(order.deliveredAt().plus(PERIOD))) {
      throw Rejected.conflict(
          "return-period-over", "Order %s was delivered over 30 days ago".formatted(c.orderId()));
    }
    List<LineItem> items = itemsOf(c, order.contents().items());
    Money zero = Money.zero(order.contents().totalAmount().currency());
    return new OrderReturned(
        c.orderId(),
        order.contents().customerId(),
        order.paymentId(),
        items,
        items.stream().map(LineItem::totalPrice).reduce(zero, Money::plus),
        c.reason(),
        Status.RETURNED,
        c.at());
  }

  private static List<LineItem> itemsOf(ReturnOrder c, List<LineItem> ordered) {
    Set<ProductId> products = new HashSet<>();
    for (ReturnedItem item : c.items()) {
      if (!products.add(item.productId())) {
        throw Rejected.rule(
            "product-twice", "Product %s is named twice".formatted(item.productId()));
      }
    }
    return c.items().isEmpty()
        ? ordered
        : c.items().stream().map(item -> lineOf(item, ordered)).toList();
  }

  private static LineItem lineOf(ReturnedItem item, List<LineItem> ordered) {
    LineItem line =
        ordered.stream()
            .filter(l -> l.productId().equals(item.productId()))
            .findFirst()
            .orElseThrow(
                () ->
                    Rejected.rule(
                        "product-not-in-order", "The order has no product " + item.productId()));
    if (item.quantity() < 1 || item.quantity() > line.quantity()) {
      throw Rejected.rule(
          "invalid-return-quantity",
          "Of product %s 1 to %d can come back".formatted(item.productId(), line.quantity()));
    }
    return line.times(item.quantity());
  }
}
