package io.cornershop.bootstrap;

import io.cornershop.carts.CartEvent.CartCheckedOut;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.sagas.Stray;
import io.cornershop.eventing.sagas.Strays;
import io.cornershop.orders.OrderEvent.Status;
import io.cornershop.orders.views.OrderDetails;
import io.cornershop.orders.views.OrderList;
import io.cornershop.orders.views.OrderList.Created;
import io.cornershop.orders.views.OrderList.Wanted;
import io.cornershop.orders.views.OrderSort;
import java.util.List;
import java.util.Optional;

/**
 * The orders that are Created: an order whose saga is at work leaves that state in moments, one of
 * a build without the order process never does. An order has the id of its cart.
 */
record OlderOrders(OrderList orders, EventTypes types) implements Strays {

  private static final String SAGA = "order-fulfilment";
  private static final Wanted CREATED =
      new Wanted(
          Optional.empty(),
          Optional.of(Status.CREATED),
          Optional.empty(),
          new Created(Optional.empty(), Optional.empty()));

  @Override
  public List<Stray> find(Optional<String> behind, int max) {
    return orders.find(CREATED, OrderSort.OLDEST_FIRST, behind, max).stream()
        .map(this::stray)
        .toList();
  }

  private Stray stray(OrderDetails order) {
    String carts = types.of(CartCheckedOut.class).aggregateType();
    return new Stray(SAGA, order.orderId(), new StreamId(carts, order.orderId()), order.listKey());
  }
}
