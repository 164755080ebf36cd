package io.cornershop.carts.views;

import io.cornershop.carts.CartEvent;
import io.cornershop.carts.CartEvent.CartCheckedOut;
import io.cornershop.carts.CartEvent.CartCreated;
import io.cornershop.carts.CartEvent.CartExpired;
import io.cornershop.carts.CartEvent.CartUpdated;
import io.cornershop.carts.CartEvent.ItemAddedToCart;
import io.cornershop.carts.CartEvent.ItemRemovedFromCart;
import io.cornershop.carts.views.CartView.CartItem;
import io.cornershop.carts.views.CartView.Change;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventKinds;
import io.cornershop.kernel.LineItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes {@link CartView} rows. */
@ApplicationScoped
public class CartViewProjection implements Projection<CartView> {

  public static final String NAME = "cart_view";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<CartView> rowType() {
    return CartView.class;
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return EventKinds.of(CartEvent.class);
  }

  @Override
  public String rowOf(DomainEvent event) {
    return ((CartEvent) event).cartId().value();
  }

  @Override
  public CartView apply(Optional<CartView> row, DomainEvent event, EventEnvelope envelope) {
    return event instanceof CartCreated created
        ? created(created, envelope.sequence())
        : applied(row.orElseThrow(), (CartEvent) event, envelope.sequence());
  }

  private static CartView applied(CartView cart, CartEvent event, long sequence) {
    return switch (event) {
      case CartCreated e -> created(e, sequence);
      case ItemAddedToCart e ->
          cart.changed(
              new Change(cart.itemsWith(itemOf(e)), e.totalAmount(), e.addedAt(), sequence));
      case CartUpdated e ->
          cart.changed(
              new Change(
                  cart.itemsWith(e.productId().value(), e.quantity()),
                  e.totalAmount(),
                  e.updatedAt(),
                  sequence));
      case ItemRemovedFromCart e ->
          cart.changed(
              new Change(
                  cart.itemsWithout(e.productId().value()),
                  e.totalAmount(),
                  e.removedAt(),
                  sequence));
      case CartCheckedOut e ->
          cart.ended(CartView.CHECKED_OUT, Optional.of(e.orderId().value()), sequence);
      case CartExpired e -> cart.ended(CartView.EXPIRED, Optional.empty(), sequence);
    };
  }

  private static CartView created(CartCreated e, long sequence) {
    return new CartView(
        e.cartId().value(),
        e.customerId().value(),
        CartView.OPEN,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        e.createdAt(),
        e.createdAt(),
        sequence);
  }

  private static CartItem itemOf(ItemAddedToCart e) {
    return CartItem.of(LineItem.of(e.productId(), e.productName(), e.newQuantity(), e.unitPrice()));
  }
}
