package io.cornershop.notifications.reactions;

import io.cornershop.inventory.StockEvent.OutOfStockAlert;
import io.cornershop.notifications.messages.Facts.StockLeft;
import io.cornershop.notifications.messages.Subject;
import java.util.OptionalInt;

/** Somebody must buy. */
final class WhenOutOfStockTellStaff implements Telling<OutOfStockAlert> {

  @Override
  public String name() {
    return "when-out-of-stock-tell-staff";
  }

  @Override
  public Class<OutOfStockAlert> event() {
    return OutOfStockAlert.class;
  }

  @Override
  public News tell(OutOfStockAlert event) {
    StockLeft left = new StockLeft(event.productId().value(), 0, OptionalInt.empty());
    return News.ofStock(Subject.OUT_OF_STOCK, left, event.raisedAt());
  }
}
