package io.cornershop.orders.domain;

import io.cornershop.kernel.Address;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentMethod;
import java.time.Instant;
import java.util.List;

/** An order begins when its cart is checked out: {@code None → Created}. */
public sealed interface Order {

  /** Not heard of yet. */
  record None() implements Order {}

  /** The shop has it; nothing is reserved or paid yet. */
  record Created(
      OrderId orderId,
      CartId cartId,
      CustomerId customerId,
      List<LineItem> items,
      Money totalAmount,
      PaymentMethod paymentMethod,
      Address shippingAddress,
      Instant createdAt)
      implements Order {

    public Created {
      items = List.copyOf(items);
    }
  }
}
