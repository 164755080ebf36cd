package io.cornershop.bootstrap;

import io.cornershop.carts.CartCommand;
import io.cornershop.carts.CartEvent;
import io.cornershop.carts.CartLifetime;
import io.cornershop.carts.domain.CartDecider;
import io.cornershop.catalogue.ProductCommand;
import io.cornershop.catalogue.ProductEvent;
import io.cornershop.catalogue.domain.ProductDecider;
import io.cornershop.catalogue.history.ProductUpcasters;
import io.cornershop.customers.CustomerCommand;
import io.cornershop.customers.CustomerEvent;
import io.cornershop.customers.domain.CustomerDecider;
import io.cornershop.eventing.commands.Aggregates;
import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.Upcaster;
import io.cornershop.eventing.sagas.Sagas;
import io.cornershop.inventory.StockCommand;
import io.cornershop.inventory.StockEvent;
import io.cornershop.inventory.domain.StockDecider;
import io.cornershop.kernel.NoCommand;
import io.cornershop.notifications.NotificationCommand;
import io.cornershop.notifications.NotificationEvent;
import io.cornershop.notifications.RecipientCommand;
import io.cornershop.notifications.RecipientEvent;
import io.cornershop.notifications.domain.NotificationDecider;
import io.cornershop.notifications.domain.RecipientDecider;
import io.cornershop.orders.OrderCommand;
import io.cornershop.orders.OrderEvent;
import io.cornershop.orders.domain.OrderDecider;
import io.cornershop.payments.PaymentCommand;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.domain.PaymentDecider;
import io.cornershop.shipments.ShipmentEvent;
import io.cornershop.shipments.domain.ShipmentDecider;
import java.util.List;
import java.util.stream.Stream;

/** The table of contents of the business: one line per kind of aggregate. */
public final class Domains {

  private Domains() {}

  /** All kinds of aggregates, with the usual rules. */
  public static Aggregates all() {
    return all(CartLifetime.USUAL);
  }

  /** All kinds of aggregates. */
  static Aggregates all(CartLifetime carts) {
    return new Aggregates(Stream.of(bought(carts), others()).flatMap(List::stream).toList());
  }

  /** From the shelf to the payment. */
  private static List<Aggregate<?, ?, ?>> bought(CartLifetime carts) {
    return List.of(
        new Aggregate<>(
            "Product",
            "catalogue.events",
            ProductCommand.class,
            ProductEvent.class,
            new ProductDecider()),
        new Aggregate<>(
            "Stock", "inventory.events", StockCommand.class, StockEvent.class, new StockDecider()),
        new Aggregate<>(
            "Customer",
            "customers.events",
            CustomerCommand.class,
            CustomerEvent.class,
            new CustomerDecider()),
        new Aggregate<>(
            "Cart", "carts.events", CartCommand.class, CartEvent.class, new CartDecider(carts)),
        new Aggregate<>(
            "Order", "orders.events", OrderCommand.class, OrderEvent.class, new OrderDecider()),
        new Aggregate<>(
            "Payment",
            "payments.events",
            PaymentCommand.class,
            PaymentEvent.class,
            new PaymentDecider()));
  }

  /** What goes on around it. */
  private static List<Aggregate<?, ?, ?>> others() {
    return List.of(
        new Aggregate<>(
            "Shipment",
            "shipments.events",
            NoCommand.class,
            ShipmentEvent.class,
            new ShipmentDecider()),
        new Aggregate<>(
            "Notification",
            "notifications.events",
            NotificationCommand.class,
            NotificationEvent.class,
            new NotificationDecider()),
        new Aggregate<>(
            "Recipient",
            "notifications.events",
            RecipientCommand.class,
            RecipientEvent.class,
            new RecipientDecider()),
        Sagas.AGGREGATE);
  }

  /** From every event version that was left behind to the next one. */
  public static List<Upcaster> upcasters() {
    return ProductUpcasters.all();
  }
}
