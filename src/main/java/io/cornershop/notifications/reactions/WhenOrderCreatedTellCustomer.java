package io.cornershop.notifications.reactions;

import io.cornershop.notifications.messages.Subject;
import io.cornershop.orders.OrderEvent.OrderCreated;

/** The shop has the order, and says what it is. */
final class WhenOrderCreatedTellCustomer implements Telling<OrderCreated> {

  @Override
  public String name() {
    return "when-order-created-tell-customer";
  }

  @Override
  public Class<OrderCreated> event() {
    return OrderCreated.class;
  }

  @Override
  public News tell(OrderCreated event) {
    return News.ofOrder(
            Subject.ORDER_CREATED, event.orderId(), event.customerId(), event.createdAt())
        .of(event.items())
        .over(event.totalAmount());
  }
}
