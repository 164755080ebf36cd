package io.cornershop.reporting.stock;

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

/** Makes {@link InventoryLevel} rows: of two streams, whichever is first. */
@ApplicationScoped
public class InventoryLevelProjection implements Projection<InventoryLevel> {

  public static final String NAME = "inventory_level";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<InventoryLevel> rowType() {
    return InventoryLevel.class;
  }

  @Override
  public int version() {
    return 2;
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
  public InventoryLevel apply(
      Optional<InventoryLevel> row, DomainEvent event, EventEnvelope envelope) {
    InventoryLevel before = row.orElseGet(() -> InventoryLevel.nothingOf(rowOf(event)));
    return event instanceof ProductEvent product
        ? after(before, product)
        : before.with((StockMoved) event);
  }

  private static InventoryLevel after(InventoryLevel before, ProductEvent event) {
    return switch (event) {
      case ProductAdded e -> before.named(e.name(), e.lowStockThreshold());
      case ProductPriceChanged e -> before;
      case ProductWithdrawn e -> before.soldNoMore();
    };
  }

  @Override
  public List<RowIndex> indexes() {
    return List.of(RowIndex.on("state", "_id"));
  }
}
