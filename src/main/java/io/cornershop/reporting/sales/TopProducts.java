package io.cornershop.reporting.sales;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The products that sell best, the best first; a ranking is as long as it was asked for.
 *
 * @param latestOrderAt as in {@link SalesReport}
 */
public record TopProducts(List<TopProduct> items, Optional<Instant> latestOrderAt) {}
