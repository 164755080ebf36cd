package io.cornershop.orders;

import io.cornershop.kernel.Address;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.DataSubject;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentMethod;
import io.cornershop.kernel.WireName;
import java.time.Instant;
import java.util.List;

/** What can happen to an order. */
public sealed interface OrderEvent extends DomainEvent {

  /** Where an order stands, as events and callers spell it. */
  enum Status {
    CREATED("Created"),
    VALIDATED("Validated"),
    CONFIRMED("Confirmed"),
    SHIPPED("Shipped"),
    DELIVERED("Delivered"),
    CANCELLED("Cancelled"),
    RETURNED("Returned");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    /** The stable spelling; the constant may be renamed. */
    @Override
    public String toString() {
      return text;
    }
  }

  OrderId orderId();

  /** The shop has the order; nothing is reserved or paid yet. */
  @WireName("OrderCreated")
  record OrderCreated(
      OrderId orderId,
      CartId cartId,
      @DataSubject CustomerId customerId,
      Money totalAmount,
      List<LineItem> items,
      PaymentMethod paymentMethod,
      Address shippingAddress,
      Status status,
      Instant createdAt)
      implements OrderEvent {

    public OrderCreated {
      items = List.copyOf(items);
    }
  }
}
