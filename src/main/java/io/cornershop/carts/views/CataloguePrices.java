package io.cornershop.carts.views;

import io.cornershop.catalogue.ProductEvent;
import io.cornershop.catalogue.ProductEvent.ProductAdded;
import io.cornershop.catalogue.ProductEvent.ProductPriceChanged;
import io.cornershop.catalogue.ProductEvent.ProductWithdrawn;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.LiveStreams;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;
import io.cornershop.kernel.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;

/** What products cost, as of this moment: no view that may lag decides what somebody pays. */
@ApplicationScoped
public class CataloguePrices {

  /** What the catalogue says about a product. */
  public record Offer(String productName, Money unitPrice, boolean withdrawn) {}

  private final LiveStreams live;

  /** For the CDI proxy. */
  protected CataloguePrices() {
    this(null);
  }

  @Inject
  public CataloguePrices(LiveStreams live) {
    this.live = live;
  }

  /**
   * Name and price of a product that can be bought.
   *
   * @throws Rejected when there is none or it was withdrawn
   */
  public Offer offerOf(ProductId product) {
    Offer offer = knownOffer(product);
    if (offer.withdrawn()) {
      throw Rejected.rule("product-withdrawn", "Product " + product + " is not sold any more");
    }
    return offer;
  }

  /**
   * Lets products pass that were in the catalogue before, if they still can be bought.
   *
   * @throws Rejected when one was withdrawn
   */
  public void requireSold(Collection<ProductId> products) {
    for (ProductId product : products) {
      if (knownOffer(product).withdrawn()) {
        throw Rejected.conflict(
            "product-withdrawn",
            "Product " + product + " is not sold any more: take it out of the cart");
      }
    }
  }

  private Offer knownOffer(ProductId product) {
    return live.<Offer>fold(new StreamId("Product", product.value()), CataloguePrices::evolve)
        .orElseThrow(() -> Rejected.rule("unknown-product", "There is no product " + product));
  }

  private static Offer evolve(Optional<Offer> offer, DomainEvent event) {
    return switch ((ProductEvent) event) {
      case ProductAdded e -> new Offer(e.name(), e.price(), false);
      case ProductPriceChanged e -> new Offer(offer.orElseThrow().productName(), e.price(), false);
      case ProductWithdrawn e ->
          new Offer(offer.orElseThrow().productName(), offer.orElseThrow().unitPrice(), true);
    };
  }
}
