package io.cornershop.orders.domain;

import io.cornershop.kernel.Address;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentMethod;
import io.cornershop.orders.OrderEvent.OrderCreated;
import java.time.Instant;
import java.util.List;

/** An order begins when its cart is checked out: {@code None → Created}. */
public sealed interface Order {

  /** What was ordered, by whom and for how much: the same in every stage. */
  record Terms(
      OrderId orderId,
      CartId cartId,
      CustomerId customerId,
      List<LineItem> items,
      Money totalAmount,
      PaymentMethod paymentMethod,
      Address shippingAddress,
      Instant createdAt) {

    static Terms of(OrderCreated e) {
      return new Terms(
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

  /** Not heard of yet. */
  record None() implements Order {}

  /** The shop has it; nothing is reserved or paid yet. */
  record Created(Terms terms) implements Order {}
}
