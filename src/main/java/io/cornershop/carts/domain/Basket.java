package io.cornershop.carts.domain;

import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The lines of a cart, one per product, in the order in which they came. */
public record Basket(List<LineItem> items) {

  static final Basket EMPTY = new Basket(List.of());

  public Basket {
    items = List.copyOf(items);
  }

  Optional<LineItem> find(ProductId product) {
    return items.stream().filter(item -> item.productId().equals(product)).findFirst();
  }

  /** With this line, in the place of the one for the same product if there is one. */
  Basket with(LineItem line) {
    List<LineItem> after = new ArrayList<>(items);
    int place = find(line.productId()).map(after::indexOf).orElse(after.size());
    after.subList(place, Math.min(place + 1, after.size())).clear();
    after.add(place, line);
    return new Basket(after);
  }

  /** With so many of a product that is in it. */
  Basket with(ProductId product, int quantity) {
    return find(product).map(line -> with(line.times(quantity))).orElse(this);
  }

  Basket without(ProductId product) {
    return new Basket(items.stream().filter(i -> !i.productId().equals(product)).toList());
  }

  /** Whether prices of this currency can go in. */
  boolean takes(Currency currency) {
    return items.stream().allMatch(item -> item.unitPrice().currency().equals(currency));
  }

  /**
   * The price of everything.
   *
   * @param currency of the items, or of the zero when there are none
   */
  Money totalIn(Currency currency) {
    return items.stream().map(LineItem::totalPrice).reduce(Money.zero(currency), Money::plus);
  }
}
