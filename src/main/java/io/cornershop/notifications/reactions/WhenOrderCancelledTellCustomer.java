package io.cornershop.notifications.reactions;

import io.cornershop.notifications.messages.Subject;
import io.cornershop.orders.OrderEvent.OrderCancelled;

/** The customer does not get what was ordered, and is told why. */
final class WhenOrderCancelledTellCustomer implements Telling<OrderCancelled> {

  @Override
  public String name() {
    return "when-order-cancelled-tell-customer";
  }

  @Override
  public Class<OrderCancelled> event() {
    return OrderCancelled.class;
  }

  @Override
  public News tell(OrderCancelled event) {
    return News.ofOrder(
            Subject.ORDER_CANCELLED, event.orderId(), event.customerId(), event.cancelledAt())
        .of(event.items())
        .over(event.totalAmount())
        .because(event.reason());
  }
}
