package io.cornershop.inventory.api;

import io.cornershop.inventory.views.StockLevel;

/** How much of a product there is. */
public record StockAnswer(int onHand, int reserved, int available) {

  static final StockAnswer NOTHING = new StockAnswer(0, 0, 0);

  static StockAnswer of(StockLevel level) {
    return new StockAnswer(level.onHand(), level.reserved(), level.available());
  }
}
