package io.cornershop.orders.domain;

import io.cornershop.orders.OrderEvent;
import io.cornershop.orders.OrderEvent.OrderCancelled;
import io.cornershop.orders.OrderEvent.OrderConfirmed;
import io.cornershop.orders.OrderEvent.OrderCreated;
import io.cornershop.orders.OrderEvent.OrderDelivered;
import io.cornershop.orders.OrderEvent.OrderReturned;
import io.cornershop.orders.OrderEvent.OrderShipped;
import io.cornershop.orders.OrderEvent.OrderValidated;
import io.cornershop.orders.domain.Order.Cancelled;
import io.cornershop.orders.domain.Order.Confirmed;
import io.cornershop.orders.domain.Order.Contents;
import io.cornershop.orders.domain.Order.Created;
import io.cornershop.orders.domain.Order.Delivered;
import io.cornershop.orders.domain.Order.Invalid;
import io.cornershop.orders.domain.Order.Paid;
import io.cornershop.orders.domain.Order.Returned;
import io.cornershop.orders.domain.Order.Shipped;
import io.cornershop.orders.domain.Order.Validated;

/** Where an order stands after what has happened to it. */
final class OrderLife {

  private OrderLife() {}

  static Order next(Order state, OrderEvent event) {
    return switch (event) {
      case OrderCreated e -> new Created(contentsOf(e));
      case OrderValidated e ->
          e.isValid() ? new Validated(contentsOf(state)) : new Invalid(contentsOf(state));
      case OrderConfirmed e -> new Confirmed(contentsOf(state), e.paymentId());
      case OrderShipped e -> {
        Paid order = (Paid) state;
        yield new Shipped(order.contents(), order.paymentId(), e.trackingNumber(), e.carrier());
      }
      case OrderDelivered e -> {
        Paid order = (Paid) state;
        yield new Delivered(order.contents(), order.paymentId(), e.deliveredAt());
      }
      case OrderCancelled e -> new Cancelled(contentsOf(state));
      case OrderReturned e -> new Returned(contentsOf(state));
    };
  }

  private static Contents contentsOf(Order state) {
    return ((Order.Known) state).contents();
  }

  static Contents contentsOf(OrderCreated e) {
    return new Contents(
        e.orderId(),
        e.cartId(),
        e.customerId(),
        e.items(),
        e.totalAmount(),
        e.paymentMethod(),
        e.shippingAddress(),
        e.createdAt());
  }
}
