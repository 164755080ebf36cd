package io.cornershop.orders.views;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.RowIndex;
import io.cornershop.eventing.projections.TimeKey;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.orders.OrderEvent;
import io.cornershop.orders.OrderEvent.OrderCancelled;
import io.cornershop.orders.OrderEvent.OrderConfirmed;
import io.cornershop.orders.OrderEvent.OrderCreated;
import io.cornershop.orders.OrderEvent.OrderDelivered;
import io.cornershop.orders.OrderEvent.OrderReturned;
import io.cornershop.orders.OrderEvent.OrderShipped;
import io.cornershop.orders.OrderEvent.OrderValidated;
import io.cornershop.orders.OrderEvent.Status;
import io.cornershop.orders.views.OrderDetails.OrderItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes {@link OrderDetails} rows. */
@ApplicationScoped
public class OrderDetailsProjection implements Projection<OrderDetails> {

  public static final String NAME = "order_details";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<OrderDetails> rowType() {
    return OrderDetails.class;
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(
        OrderCreated.class,
        OrderValidated.class,
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
  public OrderDetails apply(Optional<OrderDetails> row, DomainEvent event, EventEnvelope envelope) {
    long sequence = envelope.sequence();
    return event instanceof OrderCreated e
        ? created(e, sequence)
        : after(row.orElseThrow(), (OrderEvent) event, sequence);
  }

  private static OrderDetails after(OrderDetails row, OrderEvent event, long sequence) {
    OrderProgress progress = row.progress();
    return switch (event) {
      case OrderCreated e -> row;
      case OrderValidated e ->
          row.now(
              e.isValid() ? Status.VALIDATED : Status.CREATED, progress, e.validatedAt(), sequence);
      case OrderConfirmed e -> row.now(e.status(), progress.with(e), e.confirmedAt(), sequence);
      case OrderShipped e -> row.now(e.status(), progress.with(e), e.shippedAt(), sequence);
      case OrderDelivered e -> row.now(e.status(), progress.with(e), e.deliveredAt(), sequence);
      case OrderCancelled e -> row.now(e.status(), progress.with(e), e.cancelledAt(), sequence);
      case OrderReturned e -> row.now(e.status(), progress, e.returnedAt(), sequence);
    };
  }

  private static OrderDetails created(OrderCreated e, long sequence) {
    return new OrderDetails(
        e.orderId().value(),
        e.customerId().value(),
        e.status().toString(),
        e.totalAmount(),
        e.items().stream().map(OrderItem::of).toList(),
        e.createdAt(),
        e.createdAt(),
        OrderProgress.NONE,
        TimeKey.of(e.createdAt(), e.orderId().value()),
        TimeKey.of(e.createdAt(), e.orderId().value()),
        OrderDetails.amountKey(e.totalAmount(), e.orderId().value()),
        sequence);
  }

  /** For the lists of customers, of staff at work, and of those who look for a product. */
  @Override
  public List<RowIndex> indexes() {
    return List.of(
        RowIndex.on("listKey"),
        RowIndex.on("status", "listKey"),
        RowIndex.on("customerId", "listKey"),
        RowIndex.on("items.productId", "listKey"),
        RowIndex.on("changeKey"),
        RowIndex.on("amountKey"));
  }
}
