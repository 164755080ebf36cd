package io.cornershop.carts.views;

import io.cornershop.carts.CartEvent;
import io.cornershop.carts.CartEvent.CartCheckedOut;
import io.cornershop.carts.CartEvent.CartCreated;
import io.cornershop.carts.CartEvent.CartExpired;
import io.cornershop.carts.CartEvent.CartUpdated;
import io.cornershop.carts.CartEvent.ItemAddedToCart;
import io.cornershop.carts.CartEvent.ItemRemovedFromCart;
import io.cornershop.eventing.projections.LiveStreams;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.ProductId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What is about to be ordered, as of this moment. */
@ApplicationScoped
public class ProductsInCart {

  private final LiveStreams live;

  /** For the CDI proxy. */
  protected ProductsInCart() {
    this(null);
  }

  @Inject
  public ProductsInCart(LiveStreams live) {
    this.live = live;
  }

  /** The products in a cart that is open; none when it is not, or is not known. */
  public Set<ProductId> of(CartId cart) {
    return live.<Set<ProductId>>fold(CartOwners.streamOf(cart), ProductsInCart::evolve)
        .orElse(Set.of());
  }

  private static Set<ProductId> evolve(Optional<Set<ProductId>> before, DomainEvent event) {
    Set<ProductId> products = new HashSet<>(before.orElse(Set.of()));
    switch ((CartEvent) event) {
      case CartCreated e -> products.clear();
      case ItemAddedToCart e -> products.add(e.productId());
      case CartUpdated e -> products.add(e.productId());
      case ItemRemovedFromCart e -> products.remove(e.productId());
      case CartCheckedOut e -> products.clear();
      case CartExpired e -> products.clear();
    }
    return products;
  }
}
