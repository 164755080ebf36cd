package io.cornershop.carts.views;

import static io.cornershop.carts.CartFixtures.CHECKED_OUT;
import static io.cornershop.carts.CartFixtures.CREATED;
import static io.cornershop.carts.CartFixtures.CUP_ADDED;
import static io.cornershop.carts.CartFixtures.CUP_PRICE;
import static io.cornershop.carts.CartFixtures.CUP_REMOVED;
import static io.cornershop.carts.CartFixtures.EXPIRED;
import static io.cornershop.carts.CartFixtures.TEAPOTS_ADDED;
import static io.cornershop.carts.CartFixtures.TEAPOTS_UPDATED;
import static io.cornershop.carts.CartFixtures.TEAPOT_PRICE;
import static io.cornershop.carts.CartFixtures.at;
import static io.cornershop.carts.CartFixtures.euros;

import io.cornershop.carts.views.CartView.CartItem;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.testing.ProjectionSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CartViewProjectionTest {

  private static final StreamId CART = new StreamId("Cart", "cart-1");
  private static final CartItem THREE_TEAPOTS =
      new CartItem("teapot-red", "Red teapot", 3, TEAPOT_PRICE, euros("74.70"));
  private static final CartItem CUP =
      new CartItem("cup-white", "White cup", 1, CUP_PRICE, CUP_PRICE);

  private final ProjectionSpec<CartView> cart = ProjectionSpec.of(new CartViewProjection());

  private static CartView open(List<CartItem> items, Optional<String> total, int minute, long at) {
    return new CartView(
        "cart-1",
        "customer-ada",
        "Open",
        items,
        total.map(amount -> euros(amount)),
        Optional.empty(),
        at(0),
        at(minute),
        at);
  }

  @Test
  void shows_a_new_cart_with_nothing_in_it() {
    cart.given(CART, CREATED).then(open(List.of(), Optional.empty(), 0, 1));
  }

  @Test
  void shows_the_lines_in_the_order_in_which_they_came() {
    cart.given(CART, CREATED, TEAPOTS_ADDED, TEAPOTS_UPDATED, CUP_ADDED)
        .then(open(List.of(THREE_TEAPOTS, CUP), Optional.of("81.75"), 3, 4));
  }

  @Test
  void shows_no_line_that_was_taken_out() {
    cart.given(CART, CREATED, TEAPOTS_ADDED, TEAPOTS_UPDATED, CUP_ADDED, CUP_REMOVED)
        .then(open(List.of(THREE_TEAPOTS), Optional.of("74.70"), 4, 5));
  }

  @Test
  void names_the_order_of_a_checked_out_cart() {
    cart.given(CART, CREATED, TEAPOTS_ADDED, TEAPOTS_UPDATED, CHECKED_OUT)
        .then(
            new CartView(
                "cart-1",
                "customer-ada",
                "CheckedOut",
                List.of(THREE_TEAPOTS),
                Optional.of(euros("74.70")),
                Optional.of("cart-1"),
                at(0),
                at(2),
                4));
  }

  @Test
  void keeps_showing_what_was_in_an_expired_cart() {
    cart.given(CART, CREATED, TEAPOTS_ADDED, TEAPOTS_UPDATED, EXPIRED)
        .then(
            new CartView(
                "cart-1",
                "customer-ada",
                "Expired",
                List.of(THREE_TEAPOTS),
                Optional.of(euros("74.70")),
                Optional.empty(),
                at(0),
                at(2),
                4));
  }
}
