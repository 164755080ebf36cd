package io.cornershop.orders.domain;

import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.PlainText;
import io.cornershop.kernel.Rejected;
import java.util.List;

/** What may be in an order and in what is asked of it. */
final class OrderLimits {

  private static final int MAX_REASON = 200;
  private static final int MAX_CARRIER = 100;

  private OrderLimits() {}

  static void requireItems(List<LineItem> items) {
    if (items.isEmpty() || items.stream().anyMatch(item -> item.quantity() < 1)) {
      throw Rejected.rule("order-without-items", "An order has at least one piece of one product");
    }
  }

  static void requireTotal(List<LineItem> items, Money total) {
    Money zero = Money.zero(total.currency());
    boolean right =
        items.stream()
            .map(item -> item.unitPrice().times(item.quantity()))
            .reduce(zero, Money::plus)
            .equals(total);
    if (!right) {
      throw Rejected.rule("wrong-total", "The total is not the sum of the items");
    }
  }

  static void requireReason(String reason) {
    requireLine("invalid-reason", "reason", reason, MAX_REASON);
  }

  static void requireCarrier(String carrier) {
    requireLine("invalid-carrier", "carrier", carrier, MAX_CARRIER);
  }

  private static void requireLine(String code, String what, String text, int max) {
    if (!PlainText.isLine(text, max)) {
      throw Rejected.rule(
          code, "The %s must be one line of 1 to %d characters".formatted(what, max));
    }
  }
}
