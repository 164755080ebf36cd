package io.cornershop.orders.views;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.RowIndex;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.orders.OrderEvent;
import io.cornershop.orders.OrderEvent.OrderCreated;
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
    return 2;
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(OrderCreated.class);
  }

  @Override
  public String rowOf(DomainEvent event) {
    return ((OrderEvent) event).orderId().value();
  }

  @Override
  public OrderDetails apply(Optional<OrderDetails> row, DomainEvent event, EventEnvelope envelope) {
    return switch ((OrderEvent) event) {
      case OrderCreated e -> created(e, envelope.sequence());
    };
  }

  private static OrderDetails created(OrderCreated e, long sequence) {
    return new OrderDetails(
        e.orderId().value(),
        e.customerId().value(),
        e.status().toString(),
        e.totalAmount(),
        e.items().stream().map(OrderItem::of).toList(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        e.createdAt(),
        e.createdAt(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OrderDetails.timeKey(e.createdAt(), e.orderId().value()),
        OrderDetails.timeKey(e.createdAt(), e.orderId().value()),
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
