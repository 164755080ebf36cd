package io.cornershop.catalogue.domain;

import static io.cornershop.catalogue.CatalogueFixtures.ADD;
import static io.cornershop.catalogue.CatalogueFixtures.ADDED;
import static io.cornershop.catalogue.CatalogueFixtures.ADDED_AT;
import static io.cornershop.catalogue.CatalogueFixtures.CHANGED_AT;
import static io.cornershop.catalogue.CatalogueFixtures.PRICE;
import static io.cornershop.catalogue.CatalogueFixtures.RAISE;
import static io.cornershop.catalogue.CatalogueFixtures.RAISED;
import static io.cornershop.catalogue.CatalogueFixtures.TEAPOT;
import static io.cornershop.catalogue.CatalogueFixtures.WITHDRAW;
import static io.cornershop.catalogue.CatalogueFixtures.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.catalogue.ProductCommand;
import io.cornershop.catalogue.ProductCommand.AddProduct;
import io.cornershop.catalogue.ProductCommand.ChangePrice;
import io.cornershop.catalogue.ProductEvent;
import io.cornershop.catalogue.ProductEvent.ProductAdded;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.NotFound;
import io.cornershop.testing.DeciderSpec;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProductDeciderTest {

  private final ProductDecider decider = new ProductDecider();
  private final DeciderSpec<ProductCommand, Product, ProductEvent> product =
      DeciderSpec.of(decider);

  private static AddProduct addAt(Money price) {
    return new AddProduct(TEAPOT, "Red teapot", price, OptionalInt.empty(), ADDED_AT);
  }

  private static AddProduct addNamed(String name) {
    return new AddProduct(TEAPOT, name, PRICE, OptionalInt.empty(), ADDED_AT);
  }

  @Nested
  class A_product_nobody_has_heard_of {

    @Test
    void is_added() {
      product.given().when(ADD).then(ADDED);
    }

    @Test
    void may_cost_exactly_a_million() {
      Money million = Money.of("1000000.00", "EUR");
      product
          .given()
          .when(addAt(million))
          .then(new ProductAdded(TEAPOT, "Red teapot", million, 10, ADDED_AT));
    }

    @Test
    void has_the_shops_usual_threshold_when_it_has_none_of_its_own() {
      product
          .given()
          .when(addNamed("Pot"))
          .then(new ProductAdded(TEAPOT, "Pot", PRICE, 10, ADDED_AT));
    }

    @ParameterizedTest
    @CsvSource({"0, EUR", "-0.01, EUR", "1000000.01, EUR", "1000001, JPY", "1000000.001, KWD"})
    void is_refused_at_an_impossible_price(String amount, String currency) {
      product.given().when(addAt(Money.of(amount, currency))).thenRejected("price-out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "two\nlines", "a\u0000b", "\u2028"})
    void is_refused_without_a_name_of_one_line(String name) {
      product.given().when(addNamed(name)).thenRejected("invalid-product-name");
    }

    @Test
    void is_refused_with_a_name_of_201_characters() {
      product.given().when(addNamed("x".repeat(201))).thenRejected("invalid-product-name");
    }

    @Test
    void is_refused_with_a_negative_low_stock_threshold() {
      AddProduct add = new AddProduct(TEAPOT, "Red teapot", PRICE, OptionalInt.of(-1), ADDED_AT);
      product.given().when(add).thenRejected("invalid-low-stock-threshold");
    }

    @Test
    void has_no_price_to_change_and_cannot_be_withdrawn() {
      assertThatThrownBy(() -> decider.decide(RAISE, decider.initial()))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> decider.decide(WITHDRAW, decider.initial()))
          .isInstanceOf(NotFound.class);
    }
  }

  @Nested
  class A_listed_product {

    @Test
    void is_not_added_twice() {
      product.given(ADDED).when(ADD).thenNothing();
    }

    @Test
    void is_not_replaced_by_another_one() {
      product.given(ADDED).when(addNamed("Blue kettle")).thenRejected("product-already-exists");
    }

    @Test
    void changes_its_price() {
      product.given(ADDED).when(RAISE).then(RAISED);
    }

    @Test
    void keeps_quiet_about_the_price_that_it_has() {
      product.given(ADDED, RAISED).when(RAISE).thenNothing();
    }

    @Test
    void refuses_an_impossible_price() {
      ChangePrice free = new ChangePrice(TEAPOT, Money.of("0", "EUR"), CHANGED_AT);
      product.given(ADDED).when(free).thenRejected("price-out-of-range");
    }

    @Test
    void is_withdrawn_once() {
      product.given(ADDED).when(WITHDRAW).then(WITHDRAWN).when(WITHDRAW).thenNothing();
    }
  }

  @Nested
  class A_withdrawn_product {

    @Test
    void does_not_change_its_price() {
      product.given(ADDED, WITHDRAWN).when(RAISE).thenRejected("product-withdrawn");
    }

    @Test
    void does_not_come_back() {
      product.given(ADDED, WITHDRAWN).when(ADD).thenRejected("product-withdrawn");
    }
  }
}
