package io.cornershop.orders.domain;

import io.cornershop.kernel.Address;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.PaymentMethod;
import io.cornershop.kernel.TrackingNumber;
import io.cornershop.orders.OrderCommand.ShipOrder;
import java.time.Instant;
import java.util.List;

/**
 * An order begins when its cart is checked out: {@code None → Created → Validated → Confirmed →
 * Shipped → Delivered → Returned}. One that cannot be served is {@code Invalid}; until it is
 * shipped it can end {@code Cancelled}. One that could not even be created ends {@code Abandoned}.
 */
public sealed interface Order {

  /** Not heard of yet. */
  record None() implements Order {}

  /** It was given up before it began, and never begins. */
  record Abandoned(OrderId orderId) implements Order {}

  /** The shop has it, wherever it stands. */
  sealed interface Known extends Order {

    /** What was ordered. */
    Contents contents();
  }

  /** It was paid and is to be served. */
  sealed interface Paid extends Known {

    /** What it was paid by. */
    PaymentId paymentId();
  }

  /** It is not on its way: it can still be given up. */
  sealed interface Open extends Known {}

  /** What was ordered, by whom and at which prices; never changes. */
  record Contents(
      OrderId orderId,
      CartId cartId,
      CustomerId customerId,
      List<LineItem> items,
      Money totalAmount,
      PaymentMethod paymentMethod,
      Address shippingAddress,
      Instant createdAt) {

    public Contents {
      items = List.copyOf(items);
    }
  }

  /** Nothing is reserved or paid yet. */
  record Created(Contents contents) implements Open {}

  /** The shop cannot serve it; it is about to be cancelled. */
  record Invalid(Contents contents) implements Open {}

  /** The goods are reserved; it is about to be paid. */
  record Validated(Contents contents) implements Open {}

  /** It is paid and promised. */
  record Confirmed(Contents contents, PaymentId paymentId) implements Open, Paid {}

  /** A carrier has it. */
  record Shipped(
      Contents contents,
      PaymentId paymentId,
      TrackingNumber trackingNumber,
      String carrier,
      Instant shippedAt)
      implements Paid {

    boolean isBy(ShipOrder again) {
      return trackingNumber.equals(again.trackingNumber()) && carrier.equals(again.carrier());
    }
  }

  /** The customer has it. */
  record Delivered(Contents contents, PaymentId paymentId, Instant deliveredAt) implements Paid {}

  /** It came back. */
  record Returned(Contents contents) implements Known {}

  /** It was given up. */
  record Cancelled(Contents contents) implements Known {}
}
