package io.cornershop.inventory.views;

import io.cornershop.eventing.projections.InstantColumn;
import jakarta.nosql.Column;
import jakarta.nosql.Convert;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;
import java.time.Instant;

/**
 * How much of a product there is.
 *
 * @param sequence of the stock that the row includes
 */
@Entity(StockLevelProjection.NAME)
public record StockLevel(
    @Id String productId,
    @Column int onHand,
    @Column int reserved,
    @Column int available,
    @Column @Convert(InstantColumn.class) Instant updatedAt,
    @Column long sequence) {}
