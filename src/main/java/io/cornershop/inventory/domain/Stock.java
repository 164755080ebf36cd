package io.cornershop.inventory.domain;

import io.cornershop.kernel.ProductId;

/**
 * Stock begins with the first delivery and is kept from then on, also at zero: {@code None → Kept}.
 */
public sealed interface Stock {

  /** Nothing ever came. */
  record None() implements Stock {}

  /**
   * There is a shelf for it.
   *
   * @param reserved pieces of {@code onHand} that orders have been promised
   */
  record Kept(ProductId productId, int onHand, int reserved) implements Stock {}
}
