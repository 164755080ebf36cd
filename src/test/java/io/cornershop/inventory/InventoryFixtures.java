package io.cornershop.inventory;

import io.cornershop.inventory.StockCommand.AdjustStock;
import io.cornershop.inventory.StockEvent.StockUpdated;
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

  private InventoryFixtures() {}
}
