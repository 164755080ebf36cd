package io.cornershop.notifications.reactions;

import io.cornershop.notifications.messages.Subject;
import io.cornershop.orders.OrderEvent.OrderDelivered;

/** The parcel is there. */
final class WhenOrderDeliveredTellCustomer implements Telling<OrderDelivered> {

  @Override
  public String name() {
    return "when-order-delivered-tell-customer";
  }

  @Override
  public Class<OrderDelivered> event() {
    return OrderDelivered.class;
  }

  @Override
  public News tell(OrderDelivered event) {
    return News.ofOrder(
        Subject.ORDER_DELIVERED, event.orderId(), event.customerId(), event.deliveredAt());
  }
}
