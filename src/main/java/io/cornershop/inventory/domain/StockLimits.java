package io.cornershop.inventory.domain;

import io.cornershop.kernel.PlainText;
import io.cornershop.kernel.Rejected;

/** What can be asked of stock at all. */
final class StockLimits {

  private static final int MAX_PIECES = 1_000_000_000;
  private static final int MAX_REASON = 200;

  private StockLimits() {}

  static void requireChange(int change) {
    if (change == 0) {
      throw Rejected.rule("no-change", "An adjustment by 0 changes nothing");
    }
  }

  static void requireRoom(long onHand) {
    if (onHand > MAX_PIECES) {
      throw Rejected.conflict("stock-limit-exceeded", "At most " + MAX_PIECES + " are kept");
    }
  }

  static void requireQuantity(int quantity) {
    if (quantity < 1) {
      throw Rejected.rule("invalid-quantity", "At least one piece is needed");
    }
  }

  static void requireThreshold(int threshold) {
    if (threshold < 0 || threshold > MAX_PIECES) {
      throw Rejected.rule("invalid-threshold", "A threshold is 0 to " + MAX_PIECES + " pieces");
    }
  }

  static void requireReason(String reason) {
    if (!PlainText.isLine(reason, MAX_REASON)) {
      throw Rejected.rule(
          "invalid-reason", "The reason must be one line of 1 to " + MAX_REASON + " characters");
    }
  }
}
