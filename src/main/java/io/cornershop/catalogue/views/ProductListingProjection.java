package io.cornershop.catalogue.views;

import io.cornershop.catalogue.ProductEvent;
import io.cornershop.catalogue.ProductEvent.ProductAdded;
import io.cornershop.catalogue.ProductEvent.ProductPriceChanged;
import io.cornershop.catalogue.ProductEvent.ProductWithdrawn;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.RowIndex;
import io.cornershop.inventory.StockEvent;
import io.cornershop.inventory.StockEvent.StockMoved;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventKinds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes {@link ProductListing} rows: of two streams, whichever is first. */
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
  public int version() {
    return 3;
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return EventKinds.of(ProductEvent.class, StockMoved.class);
  }

  @Override
  public String rowOf(DomainEvent event) {
    return event instanceof ProductEvent product
        ? product.productId().value()
        : ((StockEvent) event).productId().value();
  }

  @Override
  public ProductListing apply(
      Optional<ProductListing> row, DomainEvent event, EventEnvelope envelope) {
    ProductListing before = row.orElseGet(() -> ProductListing.unknown(rowOf(event)));
    return event instanceof ProductEvent product
        ? after(before, product, envelope.sequence())
        : before.with((StockMoved) event);
  }

  private static ProductListing after(ProductListing before, ProductEvent event, long sequence) {
    return switch (event) {
      case ProductAdded e -> added(before, e, sequence);
      case ProductPriceChanged e -> before.at(e.price(), e.changedAt(), sequence);
      case ProductWithdrawn e -> before.withdrawn(e.withdrawnAt(), sequence);
    };
  }

  private static ProductListing added(ProductListing before, ProductAdded e, long sequence) {
    return new ProductListing(
        e.productId().value(),
        e.name(),
        Optional.of(e.price()),
        Optional.of(e.lowStockThreshold()),
        ProductListing.LISTED,
        before.available(),
        Optional.of(e.addedAt()),
        Optional.of(e.addedAt()),
        sequence);
  }

  @Override
  public List<RowIndex> indexes() {
    return List.of(RowIndex.on("status", "_id"));
  }
}
