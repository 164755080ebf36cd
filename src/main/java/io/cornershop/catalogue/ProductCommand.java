package io.cornershop.catalogue;

import io.cornershop.kernel.Command;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;
import java.time.Instant;
import java.util.OptionalInt;

/** What can be asked of a product. */
public sealed interface ProductCommand extends Command {

  ProductId productId();

  @Override
  default ProductId target() {
    return productId();
  }

  /**
   * Take a product into the catalogue.
   *
   * @param lowStockThreshold available stock below it is low, when not the shop's usual one
   */
  record AddProduct(
      ProductId productId, String name, Money price, OptionalInt lowStockThreshold, Instant at)
      implements ProductCommand {}

  /** Sell it at another price from now on; carts keep the price they were filled at. */
  record ChangePrice(ProductId productId, Money price, Instant at) implements ProductCommand {}

  /** Sell it no more. */
  record WithdrawProduct(ProductId productId, Instant at) implements ProductCommand {}
}
