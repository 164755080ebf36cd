package io.cornershop.orders.domain;

import io.cornershop.kernel.Decider;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.Rejected;
import io.cornershop.orders.OrderCommand;
import io.cornershop.orders.OrderCommand.CreateOrder;
import io.cornershop.orders.OrderEvent;
import io.cornershop.orders.OrderEvent.OrderCreated;
import io.cornershop.orders.OrderEvent.Status;
import io.cornershop.orders.domain.Order.Created;
import io.cornershop.orders.domain.Order.None;
import java.util.List;

/** The rules of an order's life. */
public final class OrderDecider implements Decider<OrderCommand, Order, OrderEvent> {

  @Override
  public Order initial() {
    return new None();
  }

  @Override
  public List<OrderEvent> decide(OrderCommand command, Order state) {
    return switch (command) {
      case CreateOrder c -> create(c, state);
    };
  }

  @Override
  public Order evolve(Order state, OrderEvent event) {
    return switch (event) {
      case OrderCreated e -> created(e);
    };
  }

  private static List<OrderEvent> create(CreateOrder c, Order state) {
    requireItems(c.items());
    requireTotal(c);
    OrderCreated event = eventOf(c);
    return switch (state) {
      case None n -> List.of(event);
      case Created before -> requireRepeat(event, before);
    };
  }

  private static List<OrderEvent> requireRepeat(OrderCreated again, Created before) {
    if (!created(again).equals(before)) {
      throw Rejected.conflict("order-already-exists", "There is another order " + before.orderId());
    }
    return List.of();
  }

  private static OrderCreated eventOf(CreateOrder c) {
    return new OrderCreated(
        c.orderId(),
        c.cartId(),
        c.customerId(),
        c.totalAmount(),
        c.items(),
        c.paymentMethod(),
        c.shippingAddress(),
        Status.CREATED,
        c.at());
  }

  private static Created created(OrderCreated e) {
    return new Created(
        e.orderId(),
        e.cartId(),
        e.customerId(),
        e.items(),
        e.totalAmount(),
        e.paymentMethod(),
        e.shippingAddress(),
        e.createdAt());
  }

  private static void requireItems(List<LineItem> items) {
    if (items.isEmpty() || items.stream().anyMatch(item -> item.quantity() < 1)) {
      throw Rejected.rule("order-without-items", "An order has at least one piece of one product");
    }
  }

  private static void requireTotal(CreateOrder c) {
    Money zero = Money.zero(c.totalAmount().currency());
    boolean right =
        c.items().stream()
            .map(item -> item.unitPrice().times(item.quantity()))
            .reduce(zero, Money::plus)
            .equals(c.totalAmount());
    if (!right) {
      throw Rejected.rule("wrong-total", "The total is not the sum of the items");
    }
  }
}
