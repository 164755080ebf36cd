package io.cornershop.inventory.domain;

import io.cornershop.inventory.StockEvent;
import io.cornershop.inventory.StockEvent.LowStockAlert;
import io.cornershop.inventory.StockEvent.OutOfStockAlert;
import io.cornershop.kernel.ProductId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who watches stock is told when it falls over an edge, not while it lies below. */
final class Alerts {

  private Alerts() {}

  /** What has happened, and what it is the moment to warn of. */
  static List<StockEvent> with(
      StockEvent happened, ProductId product, Stock before, Stock after, Instant at) {
    List<StockEvent> events = new ArrayList<>(List.of(happened));
    if (!isLow(before) && isLow(after)) {
      events.add(new LowStockAlert(product, after.available(), after.threshold(), at));
    }
    if (before.available() > 0 && after.available() == 0) {
      events.add(new OutOfStockAlert(product, at));
    }
    return List.copyOf(events);
  }

  private static boolean isLow(Stock stock) {
    return stock.available() < stock.threshold();
  }
}
