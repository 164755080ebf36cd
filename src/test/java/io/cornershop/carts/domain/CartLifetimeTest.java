package io.cornershop.carts.domain;

import static io.cornershop.carts.CartFixtures.ADA;
import static io.cornershop.carts.CartFixtures.CART;
import static io.cornershop.carts.CartFixtures.CREATED;
import static io.cornershop.carts.CartFixtures.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.carts.CartCommand;
import io.cornershop.carts.CartCommand.ExpireCart;
import io.cornershop.carts.CartEvent;
import io.cornershop.carts.CartEvent.CartExpired;
import io.cornershop.carts.CartLifetime;
import io.cornershop.testing.DeciderSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CartLifetimeTest {

  private static final CartLifetime TWO_MINUTES = new CartLifetime(Duration.ofMinutes(2));

  private final DeciderSpec<CartCommand, Cart, CartEvent> cart =
      DeciderSpec.of(new CartDecider(TWO_MINUTES));

  @Test
  void a_cart_expires_as_early_as_the_shop_wants_it() {
    cart.given(CREATED).when(new ExpireCart(CART, at(1))).thenNothing();
    cart.given(CREATED)
        .when(new ExpireCart(CART, at(2)))
        .then(new CartExpired(CART, ADA, List.of(), at(2)));
  }

  @Test
  void ends_that_long_after_the_last_change() {
    assertThat(TWO_MINUTES.endAfter(at(5))).isEqualTo(at(7));
  }

  @Test
  void is_not_nothing() {
    assertThatThrownBy(() -> new CartLifetime(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A cart lives longer than PT0S");
  }
}
