package io.cornershop.inventory;

import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.ProductId;
import io.cornershop.kernel.WireName;
import java.time.Instant;

/** What can happen to the stock of a product. */
public sealed interface StockEvent extends DomainEvent {

  /** What available stock means to those who sell it. */
  enum Level {
    IN_STOCK("InStock"),
    LOW_STOCK("LowStock"),
    OUT_OF_STOCK("OutOfStock");

    private final String text;

    Level(String text) {
      this.text = text;
    }

    /** The level of so many pieces of a product that is low below {@code threshold}. */
    public static Level of(int available, int threshold) {
      if (available <= 0) {
        return OUT_OF_STOCK;
      }
      return available < threshold ? LOW_STOCK : IN_STOCK;
    }

    /** The stable spelling; the constant may be renamed. */
    @Override
    public String toString() {
      return text;
    }
  }

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
