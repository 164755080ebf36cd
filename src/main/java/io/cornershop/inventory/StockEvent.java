package io.cornershop.inventory;

import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.ProductId;
import io.cornershop.kernel.WireName;
import java.time.Instant;

/** What can happen to the stock of a product. */
public sealed interface StockEvent extends DomainEvent {

  ProductId productId();

  /**
   * The shelf holds more or less than before.
   *
   * @param onHand pieces on the shelf now
   * @param reserved pieces of them that orders have been promised
   * @param available pieces of them that can still be ordered
   */
  @WireName("StockUpdated")
  record StockUpdated(
      ProductId productId,
      int change,
      int onHand,
      int reserved,
      int available,
      String reason,
      Instant updatedAt)
      implements StockEvent {}
}
