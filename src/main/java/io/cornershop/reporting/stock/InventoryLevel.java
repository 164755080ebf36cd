package io.cornershop.reporting.stock;

import io.cornershop.eventing.projections.InstantColumn;
import io.cornershop.inventory.StockEvent.Level;
import io.cornershop.inventory.StockEvent.StockMoved;
import jakarta.nosql.Column;
import jakarta.nosql.Convert;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * What there is of a product, for the shop's staff.
 *
 * @param productName absent until the catalogue has said it
 * @param withdrawn whether it is sold no more
 * @param lowStockThreshold available stock below it is low; absent as the name is
 * @param state of {@code available}, as {@link Level} spells it
 * @param stockChangedAt absent when nothing ever came
 */
@Entity(InventoryLevelProjection.NAME)
public record InventoryLevel(
    @Id String productId,
    @Column Optional<String> productName,
    @Column boolean withdrawn,
    @Column Optional<Integer> lowStockThreshold,
    @Column int onHand,
    @Column int reserved,
    @Column int available,
    @Column String state,
    @Column @Convert(InstantColumn.class) Optional<Instant> stockChangedAt) {

  static InventoryLevel nothingOf(String productId) {
    return new InventoryLevel(
        productId,
        Optional.empty(),
        false,
        Optional.empty(),
        0,
        0,
        0,
        Level.OUT_OF_STOCK.toString(),
        Optional.empty());
  }

  InventoryLevel named(String name, int threshold) {
    return new InventoryLevel(
        productId,
        Optional.of(name),
        withdrawn,
        Optional.of(threshold),
        onHand,
        reserved,
        available,
        Level.of(available, threshold).toString(),
        stockChangedAt);
  }

  InventoryLevel soldNoMore() {
    return new InventoryLevel(
        productId,
        productName,
        true,
        lowStockThreshold,
        onHand,
        reserved,
        available,
        state,
        stockChangedAt);
  }

  InventoryLevel with(StockMoved e) {
    return new InventoryLevel(
        productId,
        productName,
        withdrawn,
        lowStockThreshold,
        e.onHand(),
        e.reserved(),
        e.available(),
        Level.of(e.available(), lowStockThreshold.orElse(0)).toString(),
        Optional.of(e.at()));
  }
}
