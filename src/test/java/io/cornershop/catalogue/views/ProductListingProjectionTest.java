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

import io.cornershop.catalogue.ProductEvent.ProductAdded;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.testing.ProjectionSpec;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProductListingProjectionTest {

  private static final StreamId PRODUCT = new StreamId("Product", "teapot-red");

  private final ProjectionSpec<ProductListing> listing =
      ProjectionSpec.of(new ProductListingProjection());

  @Test
  void shows_an_added_product() {
    listing
        .given(PRODUCT, ADDED)
        .then(
            new ProductListing(
                "teapot-red",
                "Red teapot",
                PRICE,
                Optional.of(5),
                "Listed",
                ADDED_AT,
                ADDED_AT,
                1));
  }

  @Test
  void shows_the_threshold_that_the_event_says() {
    listing
        .given(PRODUCT, new ProductAdded(TEAPOT, "Pot", PRICE, 10, ADDED_AT))
        .then(
            new ProductListing(
                "teapot-red", "Pot", PRICE, Optional.of(10), "Listed", ADDED_AT, ADDED_AT, 1));
  }

  @Test
  void shows_the_newest_price() {
    listing
        .given(PRODUCT, ADDED, RAISED)
        .then(
            new ProductListing(
                "teapot-red",
                "Red teapot",
                HIGHER_PRICE,
                Optional.of(5),
                "Listed",
                ADDED_AT,
                CHANGED_AT,
                2));
  }

  @Test
  void shows_that_a_product_was_withdrawn() {
    listing
        .given(PRODUCT, ADDED, WITHDRAWN)
        .then(
            new ProductListing(
                "teapot-red",
                "Red teapot",
                PRICE,
                Optional.of(5),
                "Withdrawn",
                ADDED_AT,
                WITHDRAWN_AT,
                2));
  }
}
