package io.cornershop.catalogue.views;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.LiveStreams;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.ProductId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Which products there are or were, as of this moment. */
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

  /** Where the events of a product are. */
  public static StreamId streamOf(ProductId product) {
    return new StreamId("Product", product.value());
  }

  /**
   * Lets a product pass that is or was in the catalogue.
   *
   * @throws NotFound for any other
   */
  public void require(ProductId product) {
    if (!live.exists(streamOf(product))) {
      throw new NotFound("product", product);
    }
  }
}
