package io.cornershop.orders.domain;

import io.cornershop.orders.OrderEvent;
import io.cornershop.orders.OrderEvent.OrderCancelled;
import io.cornershop.orders.OrderEvent.OrderConfirmed;
import io.cornershop.orders.OrderEvent.OrderCreated;
import io.cornershop.orders.OrderEvent.OrderDelivered;
import io.cornershop.orders.OrderEvent.OrderReturned;
import io.cornershop.orders.OrderEvent.OrderShipped;
import io.cornershop.orders.OrderEvent.OrderValidated;
import io.cornershop.orders.domain.Order.Abandoned;
import io.cornershop.orders.domain.Order.Cancelled;
import io.cornershop.orders.domain.Order.Confirmed;
import io.cornershop.orders.domain.Order.Contents;
import io.cornershop.orders.domain.Order.Created;
import io.cornershop.orders.domain.Order.Delivered;
import io.cornershop.orders.domain.Order.Invalid;
import io.cornershop.orders.domain.Order.Known;
import io.cornershop.orders.domain.Order.None;
import io.cornershop.orders.domain.Order.Paid;
import io.cornershop.orders.domain.Order.Returned;
import io.cornershop.orders.domain.Order.Shipped;
import io.cornershop.orders.domain.Order.Validated;
import java.util.function.Function;

/** Where an order stands after what has happened to it. */
final class OrderLife {

  private OrderLife() {}

  /** History has happened: what does not fit leaves the order as it is. */
  static Order next(Order state, OrderEvent event) {
    return switch (event) {
      case OrderCreated e -> new Created(contentsOf(e));
      case OrderValidated e -> of(state, Known.class, o -> validated(o.contents(), e.isValid()));
      case OrderConfirmed e ->
          of(state, Known.class, o -> new Confirmed(o.contents(), e.paymentId()));
      case OrderShipped e ->
          of(
              state,
              Paid.class,
              o ->
                  new Shipped(
                      o.contents(), o.paymentId(), e.trackingNumber(), e.carrier(), e.shippedAt()));
      case OrderDelivered e ->
          of(state, Paid.class, o -> new Delivered(o.contents(), o.paymentId(), e.deliveredAt()));
      case OrderCancelled e -> cancelled(state, e);
      case OrderReturned e -> of(state, Known.class, o -> new Returned(o.contents()));
    };
  }

  private static Order cancelled(Order state, OrderCancelled e) {
    return switch (state) {
      case None n -> new Abandoned(e.orderId());
      case Abandoned a -> a;
      case Known o -> new Cancelled(o.contents());
    };
  }

  private static Order validated(Contents contents, boolean isValid) {
    return isValid ? new Validated(contents) : new Invalid(contents);
  }

  private static <S extends Known> Order of(Order state, Class<S> stage, Function<S, Order> next) {
    return stage.isInstance(state) ? next.apply(stage.cast(state)) : state;
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
