package io.cornershop.orders.domain;

import io.cornershop.kernel.Decider;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Rejected;
import io.cornershop.orders.OrderCommand;
import io.cornershop.orders.OrderCommand.AbandonOrder;
import io.cornershop.orders.OrderCommand.CancelOrder;
import io.cornershop.orders.OrderCommand.ConfirmOrder;
import io.cornershop.orders.OrderCommand.CreateOrder;
import io.cornershop.orders.OrderCommand.DeliverOrder;
import io.cornershop.orders.OrderCommand.ReturnOrder;
import io.cornershop.orders.OrderCommand.ShipOrder;
import io.cornershop.orders.OrderCommand.ValidateOrder;
import io.cornershop.orders.OrderEvent;
import io.cornershop.orders.OrderEvent.OrderConfirmed;
import io.cornershop.orders.OrderEvent.OrderCreated;
import io.cornershop.orders.OrderEvent.OrderDelivered;
import io.cornershop.orders.OrderEvent.OrderShipped;
import io.cornershop.orders.OrderEvent.OrderValidated;
import io.cornershop.orders.OrderEvent.Status;
import io.cornershop.orders.domain.Order.Abandoned;
import io.cornershop.orders.domain.Order.Confirmed;
import io.cornershop.orders.domain.Order.Contents;
import io.cornershop.orders.domain.Order.Created;
import io.cornershop.orders.domain.Order.Delivered;
import io.cornershop.orders.domain.Order.Invalid;
import io.cornershop.orders.domain.Order.Known;
import io.cornershop.orders.domain.Order.None;
import io.cornershop.orders.domain.Order.Open;
import io.cornershop.orders.domain.Order.Shipped;
import io.cornershop.orders.domain.Order.Validated;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** The rules of an order's life. What may be in it, {@link OrderLimits} says. */
public final class OrderDecider implements Decider<OrderCommand, Order, OrderEvent> {

  @Override
  public Order initial() {
    return new None();
  }

  @Override
  public List<OrderEvent> decide(OrderCommand command, Order state) {
    return switch (command) {
      case CreateOrder c -> create(c, state);
      case ValidateOrder c -> validate(c, known(c, state));
      case ConfirmOrder c -> confirm(c, known(c, state));
      case ShipOrder c -> ship(c, known(c, state));
      case DeliverOrder c -> deliver(c, known(c, state));
      case CancelOrder c -> cancel(c, state);
      case AbandonOrder c -> abandon(c, state);
      case ReturnOrder c -> takeBack(c, known(c, state));
    };
  }

  @Override
  public Order evolve(Order state, OrderEvent event) {
    return OrderLife.next(state, event);
  }

  /** 2: goes on after it was created; 3: a shipped one knows since when; 4: can be abandoned. */
  @Override
  public int foldVersion() {
    return 4;
  }

  private static Known known(OrderCommand c, Order state) {
    return switch (state) {
      case None n -> throw new NotFound("order", c.orderId());
      case Abandoned a -> throw abandoned(a);
      case Known k -> k;
    };
  }

  private static Rejected abandoned(Abandoned order) {
    return Rejected.conflict(
        "order-abandoned", "Order %s was given up before it began".formatted(order.orderId()));
  }

  private static List<OrderEvent> create(CreateOrder c, Order state) {
    OrderLimits.requireItems(c.items());
    OrderLimits.requireTotal(c.items(), c.totalAmount());
    return switch (state) {
      case None n -> List.of(created(c));
      case Abandoned a -> throw abandoned(a);
      case Known before -> requireRepeat(c, before.contents());
    };
  }

  private static List<OrderEvent> requireRepeat(CreateOrder again, Contents before) {
    if (!OrderLife.contentsOf(created(again)).equals(before)) {
      throw Rejected.conflict("order-already-exists", "There is another order " + before.orderId());
    }
    return List.of();
  }

  private static OrderCreated created(CreateOrder c) {
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

  private static List<OrderEvent> validate(ValidateOrder c, Known order) {
    boolean isValid = c.objection().isEmpty();
    if (isValid ? order instanceof Validated : order instanceof Invalid) {
      return List.of();
    }
    Contents contents = in(Created.class, order, "order-not-validatable").contents();
    return List.of(
        new OrderValidated(c.orderId(), contents.customerId(), isValid, c.objection(), c.at()));
  }

  private static List<OrderEvent> confirm(ConfirmOrder c, Known order) {
    if (order instanceof Confirmed before && before.paymentId().equals(c.paymentId())) {
      return List.of();
    }
    Contents contents = in(Validated.class, order, "order-not-confirmable").contents();
    return List.of(
        new OrderConfirmed(
            c.orderId(),
            contents.customerId(),
            c.paymentId(),
            contents.totalAmount(),
            Status.CONFIRMED,
            c.at()));
  }

  private static List<OrderEvent> ship(ShipOrder c, Known order) {
    OrderLimits.requireCarrier(c.carrier());
    if (order instanceof Shipped before && before.isBy(c)) {
      return List.of();
    }
    Contents contents = in(Confirmed.class, order, "order-not-shippable").contents();
    return List.of(
        new OrderShipped(
            c.orderId(),
            contents.customerId(),
            c.trackingNumber(),
            c.carrier(),
            Status.SHIPPED,
            c.at()));
  }

  private static List<OrderEvent> deliver(DeliverOrder c, Known order) {
    if (order instanceof Delivered) {
      return List.of();
    }
    String code = order instanceof Open ? "order-not-shipped" : "order-not-deliverable";
    Shipped shipped = in(Shipped.class, order, code);
    Instant at = Collections.max(List.of(shipped.shippedAt(), c.at()));
    return List.of(
        new OrderDelivered(c.orderId(), shipped.contents().customerId(), Status.DELIVERED, at));
  }

  private static List<OrderEvent> cancel(CancelOrder c, Order state) {
    OrderLimits.requireReason(c.reason());
    return Cancelling.isGivenUp(state)
        ? List.of()
        : List.of(Cancelling.of(c, in(Open.class, known(c, state), "order-not-cancellable")));
  }

  private static List<OrderEvent> abandon(AbandonOrder c, Order state) {
    if (!(state instanceof None)) {
      return cancel(new CancelOrder(c.orderId(), c.reason(), c.at()), state);
    }
    OrderLimits.requireReason(c.reason());
    return List.of(Cancelling.of(c));
  }

  private static List<OrderEvent> takeBack(ReturnOrder c, Known order) {
    OrderLimits.requireReason(c.reason());
    return List.of(Returning.of(c, in(Delivered.class, order, "order-not-returnable")));
  }

  private static <S extends Known> S in(Class<S> stage, Known order, String code) {
    if (!stage.isInstance(order)) {
      throw Rejected.conflict(
          code,
          "Order %s is %s".formatted(order.contents().orderId(), order.getClass().getSimpleName()));
    }
    return stage.cast(order);
  }
}
