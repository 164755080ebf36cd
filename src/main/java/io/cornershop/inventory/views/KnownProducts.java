package io.cornershop.inventory.views;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.LiveStreams;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.ProductId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Which products there are and of which there is stock, as of this moment. */
@ApplicationScoped
public class KnownProducts {

  private final LiveStreams live;

  /** For the CDI proxy. */
  protected KnownProducts() {
    this(null);
  }

  @Inject
  public KnownProducts(LiveStreams live) {
    this.live = live;
  }

  /**
   * Lets a product pass that is or was in the catalogue: also of a withdrawn one goods come back.
   *
   * @throws NotFound for any other
   */
  public void require(ProductId product) {
    if (!live.exists(new StreamId("Product", product.value()))) {
      throw new NotFound("product", product);
    }
  }

  /** Whether any goods ever came. */
  public boolean hasStock(ProductId product) {
    return live.exists(stockOf(product));
  }

  /** Where the events of a product's stock are. */
  public static StreamId stockOf(ProductId product) {
    return new StreamId("Stock", product.value());
  }
}
