package io.cornershop.catalogue.views;

import io.cornershop.eventing.projections.InstantColumn;
import io.cornershop.eventing.projections.MoneyColumn;
import io.cornershop.inventory.StockEvent.Level;
import io.cornershop.inventory.StockEvent.StockMoved;
import io.cornershop.kernel.Money;
import jakarta.nosql.Column;
import jakarta.nosql.Convert;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * A product as the shop shows it. Made of two streams: until the catalogue has said its word, the
 * row has a number of pieces and nothing to show.
 *
 * @param status {@value #LISTED} or {@value #WITHDRAWN}; empty before the catalogue's word
 * @param available pieces that can be ordered; absent when nothing ever came
 * @param updatedAt when the catalogue changed it last
 * @param sequence of the product that the row includes, 0 before the catalogue's word
 */
@Entity(ProductListingProjection.NAME)
public record ProductListing(
    @Id String productId,
    @Column String name,
    @Column @Convert(MoneyColumn.class) Optional<Money> price,
    @Column Optional<Integer> lowStockThreshold,
    @Column String status,
    @Column Optional<Integer> available,
    @Column @Convert(InstantColumn.class) Optional<Instant> addedAt,
    @Column @Convert(InstantColumn.class) Optional<Instant> updatedAt,
    @Column long sequence) {

  public static final String LISTED = "Listed";
  public static final String WITHDRAWN = "Withdrawn";

  static ProductListing unknown(String productId) {
    return new ProductListing(
        productId,
        "",
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /** Whether the catalogue has said its word. */
  public boolean isKnown() {
    return sequence > 0;
  }

  /** What the number of available pieces means, as {@link Level} spells it. */
  public String stockState() {
    return Level.of(available.orElse(0), lowStockThreshold.orElse(0)).toString();
  }

  ProductListing at(Money newPrice, Instant at, long newSequence) {
    return new ProductListing(
        productId,
        name,
        Optional.of(newPrice),
        lowStockThreshold,
        status,
        available,
        addedAt,
        Optional.of(at),
        newSequence);
  }

  ProductListing withdrawn(Instant at, long newSequence) {
    return new ProductListing(
        productId,
        name,
        price,
        lowStockThreshold,
        WITHDRAWN,
        available,
        addedAt,
        Optional.of(at),
        newSequence);
  }

  ProductListing with(StockMoved e) {
    return new ProductListing(
        productId,
        name,
        price,
        lowStockThreshold,
        status,
        Optional.of(e.available()),
        addedAt,
        updatedAt,
        sequence);
  }
}
