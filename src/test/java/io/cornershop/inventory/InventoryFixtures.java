package io.cornershop.inventory;

import io.cornershop.inventory.StockCommand.AdjustStock;
import io.cornershop.inventory.StockCommand.ReserveStock;
import io.cornershop.inventory.StockEvent.LowStockAlert;
import io.cornershop.inventory.StockEvent.OutOfStockAlert;
import io.cornershop.inventory.StockEvent.StockAllocated;
import io.cornershop.inventory.StockEvent.StockReleased;
import io.cornershop.inventory.StockEvent.StockReserved;
import io.cornershop.inventory.StockEvent.StockThresholdChanged;
import io.cornershop.inventory.StockEvent.StockUpdated;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.ProductId;
import java.time.Instant;

/** A delivery of one product, and a breakage. */
public final class InventoryFixtures {

  public static final ProductId TEAPOT = new ProductId("teapot-red");
  public static final Instant DELIVERED_AT = Instant.parse("2026-03-01T10:00:00Z");
  public static final Instant BROKEN_AT = Instant.parse("2026-03-04T16:20:00Z");

  public static final AdjustStock DELIVERY =
      new AdjustStock(TEAPOT, 40, "delivery 4711", DELIVERED_AT);
  public static final AdjustStock BREAKAGE = new AdjustStock(TEAPOT, -3, "broken", BROKEN_AT);

  public static final StockUpdated DELIVERED =
      new StockUpdated(TEAPOT, 40, 40, 0, 40, "delivery 4711", DELIVERED_AT);
  public static final StockUpdated BROKEN =
      new StockUpdated(TEAPOT, -3, 37, 0, 37, "broken", BROKEN_AT);

  public static final OrderId ORDER = new OrderId("cart-1");
  public static final Instant RESERVED_AT = Instant.parse("2026-03-08T12:05:01Z");
  public static final Instant LEFT_AT = Instant.parse("2026-03-08T12:05:05Z");

  public static final StockThresholdChanged THRESHOLD_CHANGED =
      new StockThresholdChanged(TEAPOT, 5, DELIVERED_AT);
  public static final StockReserved RESERVED =
      new StockReserved(TEAPOT, ORDER, 3, 40, 3, 37, RESERVED_AT);
  public static final StockReleased RELEASED =
      new StockReleased(TEAPOT, ORDER, 3, 40, 0, 40, "payment declined", LEFT_AT);
  public static final StockReleased CLOSED =
      new StockReleased(TEAPOT, ORDER, 0, 40, 0, 40, "payment declined", LEFT_AT);
  public static final StockAllocated ALLOCATED =
      new StockAllocated(TEAPOT, ORDER, 3, 37, 0, 37, LEFT_AT);
  public static final LowStockAlert LOW = new LowStockAlert(TEAPOT, 9, 10, RESERVED_AT);
  public static final OutOfStockAlert OUT = new OutOfStockAlert(TEAPOT, RESERVED_AT);

  private static final OrderId OTHER = new OrderId("cart-2");

  private InventoryFixtures() {}

  /** An adjustment by so many pieces. */
  public static AdjustStock by(int change) {
    return new AdjustStock(TEAPOT, change, "count", BROKEN_AT);
  }

  /** A reservation for {@link #ORDER}. */
  public static ReserveStock reserve(int quantity) {
    return new ReserveStock(TEAPOT, ORDER, quantity, RESERVED_AT);
  }

  /** How a shelf has come to so many pieces, of which another order was promised so many. */
  public static StockEvent[] shelf(int onHand, int reserved) {
    StockUpdated counted =
        new StockUpdated(TEAPOT, onHand, onHand, 0, onHand, "history", BROKEN_AT);
    StockReserved promised =
        new StockReserved(
            TEAPOT, OTHER, reserved, onHand, reserved, onHand - reserved, RESERVED_AT);
    return reserved == 0 ? new StockEvent[] {counted} : new StockEvent[] {counted, promised};
  }
}
