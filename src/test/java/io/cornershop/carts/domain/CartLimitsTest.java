package io.cornershop.carts.domain;

import static io.cornershop.carts.CartFixtures.ADA;
import static io.cornershop.carts.CartFixtures.CART;
import static io.cornershop.carts.CartFixtures.CREATED;
import static io.cornershop.carts.CartFixtures.CUP_ADDED;
import static io.cornershop.carts.CartFixtures.CUP_REMOVED;
import static io.cornershop.carts.CartFixtures.TEAPOT;
import static io.cornershop.carts.CartFixtures.TEAPOTS_ADDED;
import static io.cornershop.carts.CartFixtures.addTeapots;
import static io.cornershop.carts.CartFixtures.at;
import static io.cornershop.carts.CartFixtures.euros;

import io.cornershop.carts.CartCommand;
import io.cornershop.carts.CartCommand.AddItem;
import io.cornershop.carts.CartCommand.ChangeQuantity;
import io.cornershop.carts.CartEvent;
import io.cornershop.carts.CartEvent.ItemAddedToCart;
import io.cornershop.carts.CartLifetime;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;
import io.cornershop.testing.DeciderSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CartLimitsTest {

  private final DeciderSpec<CartCommand, Cart, CartEvent> cart =
      DeciderSpec.of(new CartDecider(CartLifetime.USUAL));

  private static AddItem add(ProductId product, Money price, int quantity) {
    return new AddItem(CART, product, "Thing", price, quantity, at(4));
  }

  private static CartEvent[] historyOf(int lines) {
    List<CartEvent> history = new ArrayList<>(List.of(CREATED));
    for (int i = 0; i < lines; i++) {
      ProductId product = new ProductId("p" + i);
      history.add(
          new ItemAddedToCart(
              CART, ADA, product, "Thing", 1, 1, euros("1.00"), euros(i + 1 + ".00"), at(2)));
    }
    return history.toArray(CartEvent[]::new);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1000, Integer.MAX_VALUE})
  void nobody_adds_or_wants_an_impossible_quantity(int quantity) {
    cart.given(CREATED).when(addTeapots(quantity, 1)).thenRejected("quantity-out-of-range");
    cart.given(CREATED, TEAPOTS_ADDED)
        .when(new ChangeQuantity(CART, TEAPOT, quantity, at(2)))
        .thenRejected("quantity-out-of-range");
  }

  @Test
  void a_line_holds_999_pieces_and_no_more() {
    cart.given(CREATED, TEAPOTS_ADDED)
        .when(addTeapots(997, 2))
        .then(
            new ItemAddedToCart(
                CART,
                ADA,
                TEAPOT,
                "Red teapot",
                997,
                999,
                euros("24.90"),
                euros("24875.10"),
                at(2)));
    cart.given(CREATED, TEAPOTS_ADDED)
        .when(addTeapots(998, 2))
        .thenRejected("quantity-out-of-range");
  }

  @Test
  void a_cart_has_100_lines_and_no_more() {
    ProductId next = new ProductId("next");
    cart.given(historyOf(99))
        .when(add(next, euros("1.00"), 1))
        .then(
            new ItemAddedToCart(
                CART, ADA, next, "Thing", 1, 1, euros("1.00"), euros("100.00"), at(4)));
    cart.given(historyOf(100)).when(add(next, euros("1.00"), 1)).thenRejected("cart-full");
  }

  @Test
  void a_full_cart_takes_more_of_what_is_in_it() {
    ProductId first = new ProductId("p0");
    cart.given(historyOf(100))
        .when(add(first, euros("1.00"), 1))
        .then(
            new ItemAddedToCart(
                CART, ADA, first, "Thing", 1, 2, euros("1.00"), euros("101.00"), at(4)));
  }

  @Test
  void a_cart_has_one_currency() {
    cart.given(CREATED, TEAPOTS_ADDED)
        .when(add(new ProductId("cup-white"), Money.of("7.05", "USD"), 1))
        .thenRejected("currency-mismatch");
  }

  @Test
  void an_emptied_cart_may_begin_with_another_currency() {
    Money dollars = Money.of("7.05", "USD");
    cart.given(CREATED, CUP_ADDED, CUP_REMOVED)
        .when(add(TEAPOT, dollars, 1))
        .then(new ItemAddedToCart(CART, ADA, TEAPOT, "Thing", 1, 1, dollars, dollars, at(4)));
  }

  @Test
  void the_total_never_overflows() {
    Money most = new Money(Long.MAX_VALUE, euros("0").currency());
    cart.given(CREATED).when(add(TEAPOT, most, 2)).thenRejected("total-too-high");
    cart.given(CREATED, CUP_ADDED).when(add(TEAPOT, most, 1)).thenRejected("total-too-high");
  }
}
