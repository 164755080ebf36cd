package io.cornershop.catalogue;

import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;
import io.cornershop.kernel.WireName;
import java.time.Instant;

/** What can happen to a product. */
public sealed interface ProductEvent extends DomainEvent {

  ProductId productId();

  /**
   * The product is in the catalogue and can be bought.
   *
   * @param lowStockThreshold available stock below it is low; in version 1 it was left out when it
   *     was the shop's usual one, so that every listener had to know which that was at the time
   */
  @WireName(value = "ProductAdded", version = 2)
  record ProductAdded(
      ProductId productId, String name, Money price, int lowStockThreshold, Instant addedAt)
      implements ProductEvent {}

  /** Whoever buys it from now on pays another price. */
  @WireName("ProductPriceChanged")
  record ProductPriceChanged(
      ProductId productId, Money price, Money previousPrice, Instant changedAt)
      implements ProductEvent {}

  /** It can be bought no more. */
  @WireName("ProductWithdrawn")
  record ProductWithdrawn(ProductId productId, Instant withdrawnAt) implements ProductEvent {}
}
