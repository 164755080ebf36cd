package io.cornershop.orders;

import io.cornershop.kernel.Address;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.DataSubject;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.PaymentMethod;
import io.cornershop.kernel.TrackingNumber;
import io.cornershop.kernel.WireName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

  /**
   * The shop has looked whether it can serve the order.
   *
   * @param validationMessage why it cannot
   */
  @WireName("OrderValidated")
  record OrderValidated(
      OrderId orderId,
      CustomerId customerId,
      boolean isValid,
      Optional<String> validationMessage,
      Instant validatedAt)
      implements OrderEvent {}

  /** The goods are reserved and paid: the customer gets them. */
  @WireName("OrderConfirmed")
  record OrderConfirmed(
      OrderId orderId,
      CustomerId customerId,
      PaymentId paymentId,
      Money totalAmount,
      Status status,
      Instant confirmedAt)
      implements OrderEvent {}

  /** A carrier has it. */
  @WireName("OrderShipped")
  record OrderShipped(
      OrderId orderId,
      CustomerId customerId,
      TrackingNumber trackingNumber,
      String carrier,
      Status status,
      Instant shippedAt)
      implements OrderEvent {}

  /** The customer has it. */
  @WireName("OrderDelivered")
  record OrderDelivered(OrderId orderId, CustomerId customerId, Status status, Instant deliveredAt)
      implements OrderEvent {}

  /**
   * It has been given up: what was reserved is to be released, what was paid to be given back. The
   * first event of an order that was promised at check-out and could not even be created.
   *
   * @param wasConfirmed whether the goods had left the shelf for it
   */
  @WireName("OrderCancelled")
  record OrderCancelled(
      OrderId orderId,
      CustomerId customerId,
      List<LineItem> items,
      Money totalAmount,
      boolean wasConfirmed,
      String reason,
      Status status,
      Instant cancelledAt)
      implements OrderEvent {

    public OrderCancelled {
      items = List.copyOf(items);
    }
  }

  /**
   * What was delivered comes back, all or a part.
   *
   * @param items what comes back
   * @param refundAmount what was paid for it
   */
  @WireName("OrderReturned")
  record OrderReturned(
      OrderId orderId,
      CustomerId customerId,
      PaymentId paymentId,
      List<LineItem> items,
      Money refundAmount,
      String reason,
      Status status,
      Instant returnedAt)
      implements OrderEvent {

    public OrderReturned {
      items = List.copyOf(items);
    }
  }
}
