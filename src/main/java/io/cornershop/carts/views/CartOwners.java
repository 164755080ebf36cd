package io.cornershop.carts.views;

import io.cornershop.carts.CartEvent;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.LiveStreams;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whose carts are whose, as of this moment. */
@ApplicationScoped
public class CartOwners {

  private final LiveStreams live;

  /** For the CDI proxy. */
  protected CartOwners() {
    this(null);
  }

  @Inject
  public CartOwners(LiveStreams live) {
    this.live = live;
  }

  /** Where the events of a cart are. */
  public static StreamId streamOf(CartId cart) {
    return new StreamId("Cart", cart.value());
  }

  /**
   * The customer of a cart, which its first event names and no later one changes.
   *
   * @throws NotFound when there is no such cart
   */
  public CustomerId ownerOf(CartId cart) {
    return live.first(streamOf(cart))
        .map(created -> ((CartEvent) created).customerId())
        .orElseThrow(() -> new NotFound("cart", cart));
  }
}
