package io.cornershop.inventory;

import io.cornershop.kernel.Command;
import io.cornershop.kernel.OrderId;
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

  /**
   * Say from when on the product is low.
   *
   * @param threshold it is low when fewer pieces than this are available
   */
  record ChangeThreshold(ProductId productId, int threshold, Instant at) implements StockCommand {}

  /** Promise pieces to an order. */
  record ReserveStock(ProductId productId, OrderId orderId, int quantity, Instant at)
      implements StockCommand {}

  /** Take back the promise, whether or not it was given: it will not be given any more. */
  record ReleaseStock(ProductId productId, OrderId orderId, String reason, Instant at)
      implements StockCommand {}

  /** Take the promised pieces from the shelf. */
  record AllocateStock(ProductId productId, OrderId orderId, Instant at) implements StockCommand {}

  /** Put pieces of an order back on the shelf after they had left it. */
  record RestockOrder(ProductId productId, OrderId orderId, int quantity, String reason, Instant at)
      implements StockCommand {}
}
