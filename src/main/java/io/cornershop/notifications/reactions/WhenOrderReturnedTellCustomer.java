package io.cornershop.notifications.reactions;

import io.cornershop.notifications.messages.Subject;
import io.cornershop.orders.OrderEvent.OrderReturned;

/** The shop has what comes back, and says what is given back for it. */
final class WhenOrderReturnedTellCustomer implements Telling<OrderReturned> {

  @Override
  public String name() {
    return "when-order-returned-tell-customer";
  }

  @Override
  public Class<OrderReturned> event() {
    return OrderReturned.class;
  }

  @Override
  public News tell(OrderReturned event) {
    return News.ofOrder(
            Subject.ORDER_RETURNED, event.orderId(), event.customerId(), event.returnedAt())
        .of(event.items())
        .over(event.refundAmount())
        .because(event.reason());
  }
}
