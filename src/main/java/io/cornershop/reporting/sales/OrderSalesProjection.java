package io.cornershop.reporting.sales;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.RowIndex;
import io.cornershop.eventing.projections.TimeKey;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.orders.OrderEvent;
import io.cornershop.orders.OrderEvent.OrderCancelled;
import io.cornershop.orders.OrderEvent.OrderConfirmed;
import io.cornershop.orders.OrderEvent.OrderCreated;
import io.cornershop.orders.OrderEvent.OrderDelivered;
import io.cornershop.orders.OrderEvent.OrderReturned;
import io.cornershop.orders.OrderEvent.OrderShipped;
import io.cornershop.orders.OrderEvent.OrderValidated;
import io.cornershop.orders.OrderEvent.Status;
import io.cornershop.reporting.sales.OrderSales.SoldItem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes {@link OrderSales} rows. The day comes from the event and the shop's time zone: after a
 * change of the zone the view must be rebuilt.
 */
@ApplicationScoped
public class OrderSalesProjection implements Projection<OrderSales> {

  public static final String NAME = "order_sales";

  private final ZoneId zone;

  /** For the CDI proxy. */
  protected OrderSalesProjection() {
    this(null);
  }

  /**
   * @param zone where the shop's days begin and end
   */
  @Inject
  public OrderSalesProjection(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<OrderSales> rowType() {
    return OrderSales.class;
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(
        OrderCreated.class,
        OrderConfirmed.class,
        OrderShipped.class,
        OrderDelivered.class,
        OrderCancelled.class,
        OrderReturned.class);
  }

  @Override
  public String rowOf(DomainEvent event) {
    return ((OrderEvent) event).orderId().value();
  }

  @Override
  public OrderSales apply(Optional<OrderSales> row, DomainEvent event, EventEnvelope envelope) {
    return switch (event) {
      case OrderCreated e ->
          row(e, new Sold(e.customerId(), e.totalAmount(), e.items(), e.createdAt()));
      case OrderCancelled e -> row.orElseGet(() -> abandoned(e)).at(e.status());
      default -> after(row.orElseThrow(), (OrderEvent) event);
    };
  }

  private static OrderSales after(OrderSales row, OrderEvent event) {
    return switch (event) {
      case OrderCreated e -> row;
      case OrderValidated e -> row;
      case OrderConfirmed e -> row.at(e.status());
      case OrderShipped e -> row.at(e.status());
      case OrderDelivered e -> row.at(e.status());
      case OrderCancelled e -> row.at(e.status());
      case OrderReturned e -> row.with(e);
    };
  }

  private record Sold(CustomerId customerId, Money totalAmount, List<LineItem> items, Instant at) {}

  /** One that could not even be created is an order of the day on which it was given up. */
  private OrderSales abandoned(OrderCancelled e) {
    return row(e, new Sold(e.customerId(), e.totalAmount(), e.items(), e.cancelledAt()));
  }

  private OrderSales row(OrderEvent event, Sold sold) {
    String order = event.orderId().value();
    return new OrderSales(
        order,
        sold.customerId().value(),
        sold.at().atZone(zone).toLocalDate().toString(),
        Status.CREATED.toString(),
        sold.totalAmount(),
        Money.zero(sold.totalAmount().currency()),
        sold.items().stream().map(SoldItem::of).toList(),
        TimeKey.of(sold.at(), order));
  }

  /**
   * The first two hold all that their reports add up, so that no document is read for it; the third
   * finds the newest order.
   */
  @Override
  public List<RowIndex> indexes() {
    return List.of(
        RowIndex.on("day", "status", "total.currency", "total.minorUnits", "returned.minorUnits"),
        RowIndex.on(
            "customerId",
            "status",
            "total.currency",
            "total.minorUnits",
            "returned.minorUnits",
            "orderKey"),
        RowIndex.on("orderKey"));
  }
}
