package io.cornershop.notifications.reactions;

import io.cornershop.notifications.messages.Subject;
import io.cornershop.orders.OrderEvent.OrderConfirmed;

/** The customer gets what was ordered. */
final class WhenOrderConfirmedTellCustomer implements Telling<OrderConfirmed> {

  @Override
  public String name() {
    return "when-order-confirmed-tell-customer";
  }

  @Override
  public Class<OrderConfirmed> event() {
    return OrderConfirmed.class;
  }

  @Override
  public News tell(OrderConfirmed event) {
    return News.ofOrder(
            Subject.ORDER_CONFIRMED, event.orderId(), event.customerId(), event.confirmedAt())
        .over(event.totalAmount());
  }
}
