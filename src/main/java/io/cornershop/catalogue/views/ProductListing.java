package io.cornershop.catalogue.views;

import io.cornershop.eventing.projections.InstantColumn;
import io.cornershop.eventing.projections.MoneyColumn;
import io.cornershop.kernel.Money;
import jakarta.nosql.Column;
import jakarta.nosql.Convert;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * A product as the shop shows it.
 *
 * @param status {@value #LISTED} or {@value #WITHDRAWN}
 * @param sequence of the product that the row includes
 */
@Entity(ProductListingProjection.NAME)
public record ProductListing(
    @Id String productId,
    @Column String name,
    @Column @Convert(MoneyColumn.class) Money price,
    @Column Optional<Integer> lowStockThreshold,
    @Column String status,
    @Column @Convert(InstantColumn.class) Instant addedAt,
    @Column @Convert(InstantColumn.class) Instant updatedAt,
    @Column long sequence) {

  public static final String LISTED = "Listed";
  public static final String WITHDRAWN = "Withdrawn";

  ProductListing at(Money newPrice, Instant at, long newSequence) {
    return new ProductListing(
        productId, name, newPrice, lowStockThreshold, status, addedAt, at, newSequence);
  }

  ProductListing withdrawn(Instant at, long newSequence) {
    return new ProductListing(
        productId, name, price, lowStockThreshold, WITHDRAWN, addedAt, at, newSequence);
  }
}
