package io.cornershop.notifications.reactions;

import io.cornershop.notifications.messages.Facts.Parcel;
import io.cornershop.notifications.messages.Subject;
import io.cornershop.orders.OrderEvent.OrderShipped;

/** A carrier has the parcel; the customer can follow it. */
final class WhenOrderShippedTellCustomer implements Telling<OrderShipped> {

  @Override
  public String name() {
    return "when-order-shipped-tell-customer";
  }

  @Override
  public Class<OrderShipped> event() {
    return OrderShipped.class;
  }

  @Override
  public News tell(OrderShipped event) {
    return News.ofOrder(
            Subject.ORDER_SHIPPED, event.orderId(), event.customerId(), event.shippedAt())
        .in(new Parcel(event.carrier(), event.trackingNumber().value()));
  }
}
