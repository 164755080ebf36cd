package io.cornershop.inventory;

import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.OrderId;
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

  /** Pieces have moved: this is how many there are now. */
  sealed interface StockMoved extends StockEvent {

    /** Pieces on the shelf. */
    int onHand();

    /** Pieces of them that orders have been promised. */
    int reserved();

    /** Pieces of them that can still be ordered. */
    int available();

    /** When they moved. */
    Instant at();
  }

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
      implements StockMoved {

    @Override
    public Instant at() {
      return updatedAt;
    }
  }

  /**
   * The product is low from another number of pieces on.
   *
   * @param threshold it is low when fewer pieces than this are available
   */
  @WireName("StockThresholdChanged")
  record StockThresholdChanged(ProductId productId, int threshold, Instant changedAt)
      implements StockEvent {}

  /** Pieces are promised to an order. They are still on the shelf. */
  @WireName("StockReserved")
  record StockReserved(
      ProductId productId,
      OrderId orderId,
      int quantity,
      int onHand,
      int reserved,
      int available,
      Instant reservedAt)
      implements StockMoved {

    @Override
    public Instant at() {
      return reservedAt;
    }
  }

  /**
   * The promise to an order is taken back.
   *
   * @param quantity pieces that can be ordered again; 0 when none had been promised yet, and none
   *     will be
   */
  @WireName("StockReleased")
  record StockReleased(
      ProductId productId,
      OrderId orderId,
      int quantity,
      int onHand,
      int reserved,
      int available,
      String reason,
      Instant releasedAt)
      implements StockMoved {

    @Override
    public Instant at() {
      return releasedAt;
    }
  }

  /** The promised pieces have left the shelf. */
  @WireName("StockAllocated")
  record StockAllocated(
      ProductId productId,
      OrderId orderId,
      int quantity,
      int onHand,
      int reserved,
      int available,
      Instant allocatedAt)
      implements StockMoved {

    @Override
    public Instant at() {
      return allocatedAt;
    }
  }

  /** Available stock has just fallen below the threshold. */
  @WireName("LowStockAlert")
  record LowStockAlert(ProductId productId, int available, int threshold, Instant raisedAt)
      implements StockEvent {}

  /** The last available piece has just gone. */
  @WireName("OutOfStockAlert")
  record OutOfStockAlert(ProductId productId, Instant raisedAt) implements StockEvent {}
}
