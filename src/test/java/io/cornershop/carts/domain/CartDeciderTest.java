package io.cornershop.carts.domain;

import static io.cornershop.carts.CartFixtures.ADA;
import static io.cornershop.carts.CartFixtures.ADD_CUP;
import static io.cornershop.carts.CartFixtures.ADD_TEAPOTS;
import static io.cornershop.carts.CartFixtures.CART;
import static io.cornershop.carts.CartFixtures.CHECKED_OUT;
import static io.cornershop.carts.CartFixtures.CHECK_OUT;
import static io.cornershop.carts.CartFixtures.CREATE;
import static io.cornershop.carts.CartFixtures.CREATED;
import static io.cornershop.carts.CartFixtures.CUP_ADDED;
import static io.cornershop.carts.CartFixtures.CUP_REMOVED;
import static io.cornershop.carts.CartFixtures.EXPIRE;
import static io.cornershop.carts.CartFixtures.EXPIRED;
import static io.cornershop.carts.CartFixtures.HOME;
import static io.cornershop.carts.CartFixtures.PAYMENT;
import static io.cornershop.carts.CartFixtures.REMOVE_CUP;
import static io.cornershop.carts.CartFixtures.TEAPOT;
import static io.cornershop.carts.CartFixtures.TEAPOTS_ADDED;
import static io.cornershop.carts.CartFixtures.TEAPOTS_UPDATED;
import static io.cornershop.carts.CartFixtures.THREE_TEAPOTS;
import static io.cornershop.carts.CartFixtures.addTeapots;
import static io.cornershop.carts.CartFixtures.at;
import static io.cornershop.carts.CartFixtures.euros;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.carts.CartCommand;
import io.cornershop.carts.CartCommand.AddItem;
import io.cornershop.carts.CartCommand.ChangeQuantity;
import io.cornershop.carts.CartCommand.CheckOut;
import io.cornershop.carts.CartCommand.CreateCart;
import io.cornershop.carts.CartCommand.ExpireCart;
import io.cornershop.carts.CartCommand.RemoveItem;
import io.cornershop.carts.CartEvent;
import io.cornershop.carts.CartEvent.CartExpired;
import io.cornershop.carts.CartEvent.ItemAddedToCart;
import io.cornershop.carts.CartEvent.ItemRemovedFromCart;
import io.cornershop.carts.CartLifetime;
import io.cornershop.kernel.Address;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.PaymentMethod;
import io.cornershop.testing.DeciderSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CartDeciderTest {

  private static final String CHANGES = "io.cornershop.carts.domain.CartDeciderTest#changes";

  private final CartDecider decider = new CartDecider(CartLifetime.USUAL);
  private final DeciderSpec<CartCommand, Cart, CartEvent> cart = DeciderSpec.of(decider);

  static Stream<CartCommand> changes() {
    return Stream.of(ADD_TEAPOTS, THREE_TEAPOTS, REMOVE_CUP, CHECK_OUT);
  }

  @Test
  void a_customer_fills_a_cart_and_checks_it_out() {
    cart.given()
        .when(CREATE)
        .then(CREATED)
        .when(ADD_TEAPOTS)
        .then(TEAPOTS_ADDED)
        .when(THREE_TEAPOTS)
        .then(TEAPOTS_UPDATED)
        .when(ADD_CUP)
        .then(CUP_ADDED)
        .when(REMOVE_CUP)
        .then(CUP_REMOVED)
        .when(CHECK_OUT)
        .then(CHECKED_OUT);
  }

  @Nested
  class A_cart_that_does_not_exist {

    @ParameterizedTest
    @MethodSource(CHANGES)
    void is_not_found(CartCommand change) {
      assertThatThrownBy(() -> decider.decide(change, decider.initial()))
          .isInstanceOf(NotFound.class)
          .hasMessage("There is no cart cart-1");
    }

    @Test
    void does_not_expire() {
      cart.given().when(EXPIRE).thenNothing();
    }
  }

  @Nested
  class An_open_cart {

    @Test
    void is_not_created_twice() {
      cart.given(CREATED, TEAPOTS_ADDED).when(CREATE).thenNothing();
    }

    @Test
    void is_nobody_elses() {
      CreateCart forEve = new CreateCart(CART, new CustomerId("customer-eve"), at(1));
      cart.given(CREATED).when(forEve).thenRejected("cart-already-exists");
    }

    @Test
    void joins_more_of_a_product_with_what_it_has_of_it() {
      cart.given(CREATED, TEAPOTS_ADDED)
          .when(addTeapots(3, 2))
          .then(
              new ItemAddedToCart(
                  CART, ADA, TEAPOT, "Red teapot", 3, 5, euros("24.90"), euros("124.50"), at(2)));
    }

    @Test
    void takes_the_newest_price_for_the_whole_line() {
      AddItem cheaper = new AddItem(CART, TEAPOT, "Red teapot", euros("20.00"), 1, at(2));
      cart.given(CREATED, TEAPOTS_ADDED)
          .when(cheaper)
          .then(
              new ItemAddedToCart(
                  CART, ADA, TEAPOT, "Red teapot", 1, 3, euros("20.00"), euros("60.00"), at(2)));
    }

    @Test
    void keeps_quiet_about_the_quantity_that_it_has() {
      cart.given(CREATED, TEAPOTS_ADDED, TEAPOTS_UPDATED).when(THREE_TEAPOTS).thenNothing();
    }

    @Test
    void has_no_quantity_of_a_product_that_is_not_in_it() {
      Cart empty = decider.evolve(decider.initial(), CREATED);
      assertThatThrownBy(() -> decider.decide(THREE_TEAPOTS, empty)).isInstanceOf(NotFound.class);
    }

    @Test
    void keeps_quiet_when_what_is_not_in_it_is_taken_out() {
      cart.given(CREATED, TEAPOTS_ADDED).when(REMOVE_CUP).thenNothing();
    }

    @Test
    void costs_nothing_when_the_last_item_is_out() {
      cart.given(CREATED, TEAPOTS_ADDED)
          .when(new RemoveItem(CART, TEAPOT, at(2)))
          .then(new ItemRemovedFromCart(CART, ADA, TEAPOT, 2, euros("0.00"), at(2)));
    }

    @Test
    void cannot_be_checked_out_empty() {
      cart.given(CREATED).when(CHECK_OUT).thenRejected("cart-empty");
      cart.given(CREATED, CUP_ADDED, CUP_REMOVED).when(CHECK_OUT).thenRejected("cart-empty");
    }

    @Test
    void cannot_be_checked_out_without_a_complete_address() {
      Address nowhere = new Address("Ada", "", Optional.empty(), "Berlin", "10115", "XX");
      cart.given(CREATED, TEAPOTS_ADDED)
          .when(new CheckOut(CART, PAYMENT, nowhere, at(5)))
          .thenRejected("invalid-address");
    }
  }

  @Nested
  class A_cart_left_alone {

    @Test
    void expires_after_thirty_minutes() {
      cart.given(CREATED, TEAPOTS_ADDED).when(EXPIRE).then(EXPIRED).when(EXPIRE).thenNothing();
      cart.given(CREATED)
          .when(new ExpireCart(CART, at(30)))
          .then(new CartExpired(CART, ADA, List.of(), at(30)));
    }

    @Test
    void does_not_expire_before() {
      ExpireCart early = new ExpireCart(CART, at(31).minusMillis(1));
      cart.given(CREATED, TEAPOTS_ADDED).when(early).thenNothing();
    }

    @Test
    void takes_changes_until_then() {
      cart.given(CREATED, TEAPOTS_ADDED)
          .when(new ChangeQuantity(CART, TEAPOT, 2, at(31).minusMillis(1)))
          .thenNothing();
    }

    @Test
    void takes_no_more_changes_even_if_nobody_has_noticed_yet() {
      cart.given(CREATED, TEAPOTS_ADDED).when(addTeapots(1, 31)).thenRejected("cart-expired");
      cart.given(CREATED, TEAPOTS_ADDED)
          .when(new CheckOut(CART, PAYMENT, HOME, at(31)))
          .thenRejected("cart-expired");
    }

    @ParameterizedTest
    @MethodSource(CHANGES)
    void takes_no_more_changes_once_it_is_expired(CartCommand change) {
      cart.given(CREATED, TEAPOTS_ADDED, EXPIRED).when(change).thenRejected("cart-expired");
    }

    @Test
    void is_not_created_again() {
      cart.given(CREATED, EXPIRED).when(CREATE).thenNothing();
    }
  }

  @Nested
  class A_checked_out_cart {

    @Test
    void is_checked_out_once() {
      cart.given(CREATED, TEAPOTS_ADDED, CHECKED_OUT).when(CHECK_OUT).thenNothing();
    }

    @Test
    void is_not_paid_in_another_way() {
      CheckOut other = new CheckOut(CART, new PaymentMethod("sandbox-decline"), HOME, at(6));
      cart.given(CREATED, TEAPOTS_ADDED, CHECKED_OUT).when(other).thenRejected("cart-checked-out");
    }

    @Test
    void takes_no_more_changes() {
      for (CartCommand change : List.of(ADD_TEAPOTS, THREE_TEAPOTS, REMOVE_CUP)) {
        cart.given(CREATED, TEAPOTS_ADDED, CHECKED_OUT)
            .when(change)
            .thenRejected("cart-checked-out");
      }
    }

    @Test
    void does_not_expire() {
      cart.given(CREATED, TEAPOTS_ADDED, CHECKED_OUT).when(EXPIRE).thenNothing();
    }
  }
}
