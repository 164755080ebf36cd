package io.cornershop.reporting.sales;

import java.util.List;

/** The products that sell best, the best first; a ranking is as long as it was asked for. */
public record TopProducts(List<TopProduct> items) {}
