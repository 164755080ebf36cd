package io.cornershop.processes.expiry;

import io.cornershop.carts.CartCommand.ExpireCart;
import io.cornershop.carts.CartEvent;
import io.cornershop.carts.CartEvent.CartCheckedOut;
import io.cornershop.carts.CartEvent.CartCreated;
import io.cornershop.carts.CartEvent.CartExpired;
import io.cornershop.carts.CartEvent.CartUpdated;
import io.cornershop.carts.CartEvent.ItemAddedToCart;
import io.cornershop.carts.CartEvent.ItemRemovedFromCart;
import io.cornershop.carts.CartLifetime;
import io.cornershop.eventing.alarms.Alarm;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventKinds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;

/** A cart that nobody changes any more is put away. */
@ApplicationScoped
public class CartExpiry implements Alarm {

  private final CartLifetime lifetime;

  /** For the CDI proxy. */
  protected CartExpiry() {
    this(null);
  }

  @Inject
  public CartExpiry(CartLifetime lifetime) {
    this.lifetime = lifetime;
  }

  @Override
  public String name() {
    return "cart-expiry";
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return EventKinds.of(CartEvent.class);
  }

  @Override
  public Wish react(DomainEvent event) {
    return switch ((CartEvent) event) {
      case CartCreated e -> usedAt(e, e.createdAt());
      case ItemAddedToCart e -> usedAt(e, e.addedAt());
      case CartUpdated e -> usedAt(e, e.updatedAt());
      case ItemRemovedFromCart e -> usedAt(e, e.removedAt());
      case CartCheckedOut e -> new Wish.Silence(e.cartId().value());
      case CartExpired e -> new Wish.Silence(e.cartId().value());
    };
  }

  private Wish usedAt(CartEvent event, Instant at) {
    return new Wish.RingAt(event.cartId().value(), lifetime.endAfter(at));
  }

  @Override
  public Command ring(String subject, Instant now) {
    return new ExpireCart(new CartId(subject), now);
  }
}
