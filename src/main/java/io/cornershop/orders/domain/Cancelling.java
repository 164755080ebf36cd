package io.cornershop.orders.domain;

import io.cornershop.orders.OrderCommand.AbandonOrder;
import io.cornershop.orders.OrderCommand.CancelOrder;
import io.cornershop.orders.OrderEvent.OrderCancelled;
import io.cornershop.orders.OrderEvent.Status;
import io.cornershop.orders.domain.Order.Abandoned;
import io.cornershop.orders.domain.Order.Cancelled;
import io.cornershop.orders.domain.Order.Confirmed;
import io.cornershop.orders.domain.Order.Contents;
import io.cornershop.orders.domain.Order.Open;

/** What is told of an order that is given up. */
final class Cancelling {

  private Cancelling() {}

  /** Of one that has begun. */
  static OrderCancelled of(CancelOrder c, Open order) {
    Contents contents = order.contents();
    return new OrderCancelled(
        c.orderId(),
        contents.customerId(),
        contents.items(),
        contents.totalAmount(),
        order instanceof Confirmed,
        c.reason(),
        Status.CANCELLED,
        c.at());
  }

  /** Of one that never began. */
  static OrderCancelled of(AbandonOrder c) {
    return new OrderCancelled(
        c.orderId(),
        c.customerId(),
        c.items(),
        c.totalAmount(),
        false,
        c.reason(),
        Status.CANCELLED,
        c.at());
  }

  static boolean isGivenUp(Order order) {
    return order instanceof Abandoned || order instanceof Cancelled;
  }
}
