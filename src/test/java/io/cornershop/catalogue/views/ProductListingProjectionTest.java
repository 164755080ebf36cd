package io.cornershop.catalogue.views;

import static io.cornershop.catalogue.CatalogueFixtures.ADDED;
import static io.cornershop.catalogue.CatalogueFixtures.ADDED_AT;
import static io.cornershop.catalogue.CatalogueFixtures.CHANGED_AT;
import static io.cornershop.catalogue.CatalogueFixtures.HIGHER_PRICE;
import static io.cornershop.catalogue.CatalogueFixtures.PRICE;
import static io.cornershop.catalogue.CatalogueFixtures.RAISED;
import static io.cornershop.catalogue.CatalogueFixtures.TEAPOT;
import static io.cornershop.catalogue.CatalogueFixtures.WITHDRAWN;
import static io.cornershop.catalogue.CatalogueFixtures.WITHDRAWN_AT;
import static io.cornershop.inventory.InventoryFixtures.BROKEN;
import static io.cornershop.inventory.InventoryFixtures.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.catalogue.ProductEvent.ProductAdded;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.testing.ProjectionSpec;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProductListingProjectionTest {

  private static final StreamId PRODUCT = new StreamId("Product", "teapot-red");

  private static final StreamId STOCK = new StreamId("Stock", "teapot-red");

  private final ProjectionSpec<ProductListing> listing =
      ProjectionSpec.of(new ProductListingProjection());

  private static ProductListing listed(Optional<Integer> available) {
    return new ProductListing(
        "teapot-red",
        "Red teapot",
        Optional.of(PRICE),
        Optional.of(5),
        "Listed",
        available,
        Optional.of(ADDED_AT),
        Optional.of(ADDED_AT),
        1);
  }

  @Test
  void shows_an_added_product() {
    listing.given(PRODUCT, ADDED).then(listed(Optional.empty()));
  }

  @Test
  void shows_what_is_available_whether_the_catalogue_or_the_stock_speaks_first() {
    listing.given(PRODUCT, ADDED).given(STOCK, DELIVERED, BROKEN).then(listed(Optional.of(37)));
  }

  @Test
  void has_nothing_to_show_before_the_catalogue_has_spoken() {
    listing
        .given(STOCK, DELIVERED)
        .then(
            new ProductListing(
                "teapot-red",
                "",
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.of(40),
                Optional.empty(),
                Optional.empty(),
                0));
    assertThat(ProductListing.unknown("teapot-red").isKnown()).isFalse();
    assertThat(listed(Optional.empty()).isKnown()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0,OutOfStock", "1,LowStock", "4,LowStock", "5,InStock", "40,InStock"})
  void says_what_the_available_pieces_mean(int available, String state) {
    assertThat(listed(Optional.of(available)).stockState()).isEqualTo(state);
  }

  @Test
  void of_what_never_came_there_is_nothing() {
    assertThat(listed(Optional.empty()).stockState()).isEqualTo("OutOfStock");
  }

  @Test
  void shows_the_threshold_that_the_event_says() {
    listing
        .given(PRODUCT, new ProductAdded(TEAPOT, "Pot", PRICE, 10, ADDED_AT))
        .then(
            new ProductListing(
                "teapot-red",
                "Pot",
                Optional.of(PRICE),
                Optional.of(10),
                "Listed",
                Optional.empty(),
                Optional.of(ADDED_AT),
                Optional.of(ADDED_AT),
                1));
  }

  @Test
  void shows_the_newest_price_and_the_newest_stock() {
    listing
        .given(PRODUCT, ADDED, RAISED)
        .given(STOCK, DELIVERED)
        .then(
            new ProductListing(
                "teapot-red",
                "Red teapot",
                Optional.of(HIGHER_PRICE),
                Optional.of(5),
                "Listed",
                Optional.of(40),
                Optional.of(ADDED_AT),
                Optional.of(CHANGED_AT),
                2));
  }

  @Test
  void shows_that_a_product_was_withdrawn() {
    listing
        .given(PRODUCT, ADDED, WITHDRAWN)
        .given(STOCK, DELIVERED)
        .then(
            new ProductListing(
                "teapot-red",
                "Red teapot",
                Optional.of(PRICE),
                Optional.of(5),
                "Withdrawn",
                Optional.of(40),
                Optional.of(ADDED_AT),
                Optional.of(WITHDRAWN_AT),
                2));
  }
}
