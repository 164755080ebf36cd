package io.cornershop.carts.views;

import static io.cornershop.carts.CartFixtures.CART;
import static io.cornershop.carts.CartFixtures.TEAPOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.carts.CartFixtures;
import io.cornershop.catalogue.CatalogueFixtures;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.Rejected;
import io.cornershop.testing.ShopHistory;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CataloguePricesTest {

  private static final StreamId PRODUCT = new StreamId("Product", TEAPOT.value());

  private final ShopHistory history = new ShopHistory();
  private final CataloguePrices prices = new CataloguePrices(history.live());
  private final ProductsInCart products = new ProductsInCart(history.live());

  private void cart(DomainEvent... events) {
    for (DomainEvent event : events) {
      history.happen(CartOwners.streamOf(CART), event);
    }
  }

  @Test
  void what_is_in_an_open_cart_is_what_was_put_in_and_not_taken_out() {
    cart(CartFixtures.CREATED, CartFixtures.TEAPOTS_ADDED, CartFixtures.CUP_ADDED);
    assertThat(products.of(CART)).isEqualTo(Set.of(TEAPOT, CartFixtures.CUP));
    cart(CartFixtures.CUP_REMOVED);
    assertThat(products.of(CART)).isEqualTo(Set.of(TEAPOT));
  }

  @Test
  void a_cart_that_has_ended_is_about_nothing_any_more() {
    cart(CartFixtures.CREATED, CartFixtures.TEAPOTS_ADDED, CartFixtures.CHECKED_OUT);
    assertThat(products.of(CART)).isEmpty();
  }

  @Test
  void a_product_passes_that_can_be_bought() {
    history.happen(PRODUCT, CatalogueFixtures.ADDED);
    assertThatCode(() -> prices.requireSold(Set.of(TEAPOT))).doesNotThrowAnyException();
  }

  @Test
  void a_product_that_was_withdrawn_does_not_pass() {
    history.happen(PRODUCT, CatalogueFixtures.ADDED);
    history.happen(PRODUCT, CatalogueFixtures.WITHDRAWN);
    assertThatThrownBy(() -> prices.requireSold(Set.of(TEAPOT)))
        .isInstanceOfSatisfying(
            Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("product-withdrawn"));
  }
}
