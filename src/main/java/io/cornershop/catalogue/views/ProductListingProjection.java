package io.cornershop.catalogue.views;

import io.cornershop.catalogue.ProductEvent;
import io.cornershop.catalogue.ProductEvent.ProductAdded;
import io.cornershop.catalogue.ProductEvent.ProductPriceChanged;
import io.cornershop.catalogue.ProductEvent.ProductWithdrawn;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.RowIndex;
import io.cornershop.kernel.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes {@link ProductListing} rows. */
@ApplicationScoped
public class ProductListingProjection implements Projection<ProductListing> {

  public static final String NAME = "product_listing";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<ProductListing> rowType() {
    return ProductListing.class;
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(ProductAdded.class, ProductPriceChanged.class, ProductWithdrawn.class);
  }

  @Override
  public String rowOf(DomainEvent event) {
    return ((ProductEvent) event).productId().value();
  }

  @Override
  public ProductListing apply(
      Optional<ProductListing> row, DomainEvent event, EventEnvelope envelope) {
    long sequence = envelope.sequence();
    return switch ((ProductEvent) event) {
      case ProductAdded e -> added(e, sequence);
      case ProductPriceChanged e -> row.orElseThrow().at(e.price(), e.changedAt(), sequence);
      case ProductWithdrawn e -> row.orElseThrow().withdrawn(e.withdrawnAt(), sequence);
    };
  }

  private static ProductListing added(ProductAdded e, long sequence) {
    return new ProductListing(
        e.productId().value(),
        e.name(),
        e.price(),
        Optional.of(e.lowStockThreshold()),
        ProductListing.LISTED,
        e.addedAt(),
        e.addedAt(),
        sequence);
  }

  @Override
  public List<RowIndex> indexes() {
    return List.of(RowIndex.on("status", "_id"));
  }
}
