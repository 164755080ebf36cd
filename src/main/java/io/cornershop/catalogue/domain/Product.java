package io.cornershop.catalogue.domain;

import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;

/**
 * A product is added, is listed at changing prices, and one day is withdrawn for good: {@code None
 * → Listed → Withdrawn}.
 */
public sealed interface Product {

  /** Not heard of yet. */
  record None() implements Product {}

  /** Can be bought. */
  record Listed(ProductId productId, String name, Money price, int lowStockThreshold)
      implements Product {

    Listed at(Money newPrice) {
      return new Listed(productId, name, newPrice, lowStockThreshold);
    }
  }

  /** Was sold once. */
  record Withdrawn(ProductId productId, String name, Money lastPrice) implements Product {}
}
