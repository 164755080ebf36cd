package io.cornershop.orders.views;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.RowIndex;
import io.cornershop.eventing.projections.TimeKey;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventKinds;
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
import io.cornershop.orders.views.OrderDetails.OrderItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
    return EventKinds.of(OrderEvent.class);
  }

  @Override
  public String rowOf(DomainEvent event) {
    return ((OrderEvent) event).orderId().value();
  }

  @Override
  public OrderDetails apply(Optional<OrderDetails> row, DomainEvent event, EventEnvelope envelope) {
    long sequence = envelope.sequence();
    return switch (event) {
      case OrderCreated e -> created(e, sequence);
      case OrderCancelled e -> cancelled(row.orElseGet(() -> abandoned(e, sequence)), e, sequence);
      default -> after(row.orElseThrow(), (OrderEvent) event, sequence);
    };
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
      case OrderCancelled e -> cancelled(row, e, sequence);
      case OrderReturned e -> row.now(e.status(), progress, e.returnedAt(), sequence);
    };
  }

  private static OrderDetails cancelled(OrderDetails row, OrderCancelled e, long sequence) {
    return row.now(e.status(), row.progress().with(e), e.cancelledAt(), sequence);
  }

  /** It was promised and could not be created: its customer sees that it is cancelled, and why. */
  private static OrderDetails abandoned(OrderCancelled e, long sequence) {
    return first(
        new Beginning(e.customerId(), e.totalAmount(), e.items(), e.cancelledAt()), e, sequence);
  }

  private static OrderDetails created(OrderCreated e, long sequence) {
    return first(
        new Beginning(e.customerId(), e.totalAmount(), e.items(), e.createdAt()), e, sequence);
  }

  private record Beginning(
      CustomerId customerId, Money totalAmount, List<LineItem> items, Instant at) {}

  private static OrderDetails first(Beginning begin, OrderEvent event, long sequence) {
    String order = event.orderId().value();
    return new OrderDetails(
        order,
        begin.customerId().value(),
        Status.CREATED.toString(),
        begin.totalAmount(),
        begin.items().stream().map(OrderItem::of).toList(),
        begin.at(),
        begin.at(),
        OrderProgress.NONE,
        TimeKey.of(begin.at(), order),
        TimeKey.of(begin.at(), order),
        OrderDetails.amountKey(begin.totalAmount(), order),
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
