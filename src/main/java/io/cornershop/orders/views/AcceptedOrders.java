package io.cornershop.orders.views;

import io.cornershop.carts.CartEvent.CartCheckedOut;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.LiveStreams;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.OrderId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Which orders were promised to whom at check-out, as of this moment, whether or not they have been
 * created yet. An order has the id of its cart, so one look at the cart tells.
 */
@ApplicationScoped
public class AcceptedOrders {

  private final LiveStreams live;

  /** For the CDI proxy. */
  protected AcceptedOrders() {
    this(null);
  }

  @Inject
  public AcceptedOrders(LiveStreams live) {
    this.live = live;
  }

  /** Where the events of an order are. */
  public static StreamId streamOf(OrderId order) {
    return new StreamId("Order", order.value());
  }

  /** Whom an order was promised to; empty when none was. */
  public Optional<CustomerId> customerOf(OrderId order) {
    return live.<Optional<CustomerId>>fold(
            new StreamId("Cart", order.value()),
            (promised, event) -> promisedBy(event).or(() -> promised.flatMap(before -> before)))
        .flatMap(promised -> promised);
  }

  private static Optional<CustomerId> promisedBy(DomainEvent event) {
    return event instanceof CartCheckedOut checkedOut
        ? Optional.of(checkedOut.customerId())
        : Optional.empty();
  }
}
