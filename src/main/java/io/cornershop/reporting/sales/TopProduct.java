package io.cornershop.reporting.sales;

import io.cornershop.kernel.Money;
import java.util.List;

/**
 * A product that sells.
 *
 * @param productName as it was called in an order
 * @param quantity pieces that were ordered, without cancelled and returned orders
 * @param revenue what they were ordered for, one per currency
 */
public record TopProduct(
    String productId, String productName, long quantity, List<Money> revenue) {}
