package io.cornershop.catalogue.api;

import io.cornershop.catalogue.views.ProductListing;
import io.cornershop.kernel.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A product.
 *
 * @param available pieces that can be ordered
 * @param stockState InStock, LowStock (fewer than {@code lowStockThreshold}) or OutOfStock
 */
public record ProductAnswer(
    String productId,
    String name,
    Optional<Money> price,
    Optional<Integer> lowStockThreshold,
    String status,
    int available,
    String stockState,
    Optional<Instant> addedAt,
    Optional<Instant> updatedAt,
    long sequence) {

  static ProductAnswer of(ProductListing row) {
    return new ProductAnswer(
        row.productId(),
        row.name(),
        row.price(),
        row.lowStockThreshold(),
        row.status(),
        row.available().orElse(0),
        row.stockState(),
        row.addedAt(),
        row.updatedAt(),
        row.sequence());
  }
}
