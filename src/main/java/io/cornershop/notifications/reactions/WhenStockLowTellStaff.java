package io.cornershop.notifications.reactions;

import io.cornershop.inventory.StockEvent.LowStockAlert;
import io.cornershop.notifications.messages.Facts.StockLeft;
import io.cornershop.notifications.messages.Subject;
import java.util.OptionalInt;

/** Somebody should buy. */
final class WhenStockLowTellStaff implements Telling<LowStockAlert> {

  @Override
  public String name() {
    return "when-stock-low-tell-staff";
  }

  @Override
  public Class<LowStockAlert> event() {
    return LowStockAlert.class;
  }

  @Override
  public News tell(LowStockAlert event) {
    StockLeft left =
        new StockLeft(
            event.productId().value(), event.available(), OptionalInt.of(event.threshold()));
    return News.ofStock(Subject.LOW_STOCK, left, event.raisedAt());
  }
}
