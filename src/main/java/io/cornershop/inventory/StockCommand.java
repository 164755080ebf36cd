package io.cornershop.inventory;

import io.cornershop.kernel.Command;
import io.cornershop.kernel.ProductId;
import java.time.Instant;

/** What can be asked of the stock of a product. */
public sealed interface StockCommand extends Command {

  ProductId productId();

  @Override
  default ProductId target() {
    return productId();
  }

  /**
   * Goods came, or were found missing.
   *
   * @param change pieces that came (positive) or went (negative)
   * @param reason why, for whoever looks into it later
   */
  record AdjustStock(ProductId productId, int change, String reason, Instant at)
      implements StockCommand {}
}
