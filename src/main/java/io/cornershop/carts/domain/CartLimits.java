package io.cornershop.carts.domain;

import io.cornershop.kernel.Address;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;
import io.cornershop.kernel.Rejected;
import java.util.Currency;
import java.util.List;

/** What a cart takes in, and what it refuses. Stateless. */
final class CartLimits {

  private static final int MAX_QUANTITY = 999;
  private static final int MAX_LINES = 100;

  private CartLimits() {}

  static void requireQuantity(long quantity) {
    if (quantity < 1 || quantity > MAX_QUANTITY) {
      throw Rejected.rule(
          "quantity-out-of-range", "A cart holds 1 to " + MAX_QUANTITY + " pieces of a product");
    }
  }

  static void requireRoom(Basket basket, ProductId product, Money price) {
    if (!basket.without(product).takes(price.currency())) {
      throw Rejected.conflict("currency-mismatch", "The cart's prices are in another currency");
    }
    if (basket.find(product).isEmpty() && basket.items().size() == MAX_LINES) {
      throw Rejected.conflict("cart-full", "A cart has at most " + MAX_LINES + " lines");
    }
  }

  /** A line whose total can be expressed. */
  static LineItem line(ProductId product, String name, int quantity, Money unitPrice) {
    try {
      return LineItem.of(product, name, quantity, unitPrice);
    } catch (ArithmeticException e) {
      throw tooExpensive();
    }
  }

  /** The total of a cart whose total can be expressed. */
  static Money total(Basket basket, Currency currency) {
    try {
      return basket.totalIn(currency);
    } catch (ArithmeticException e) {
      throw tooExpensive();
    }
  }

  private static Rejected tooExpensive() {
    return Rejected.rule("total-too-high", "The total is more than the shop can charge");
  }

  static void requireAddress(Address address) {
    List<String> flaws = address.flaws();
    if (!flaws.isEmpty()) {
      throw Rejected.rule(
          "invalid-address", "Missing or malformed in the address: " + String.join(", ", flaws));
    }
  }
}
