package io.cornershop.reporting.stock;

import static io.cornershop.catalogue.CatalogueFixtures.ADDED;
import static io.cornershop.catalogue.CatalogueFixtures.RAISED;
import static io.cornershop.catalogue.CatalogueFixtures.WITHDRAWN;
import static io.cornershop.inventory.InventoryFixtures.BROKEN_AT;
import static io.cornershop.inventory.InventoryFixtures.DELIVERED;
import static io.cornershop.inventory.InventoryFixtures.DELIVERED_AT;
import static io.cornershop.inventory.InventoryFixtures.TEAPOT;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.inventory.StockEvent.StockUpdated;
import io.cornershop.testing.ProjectionSpec;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InventoryLevelProjectionTest {

  private static final StreamId PRODUCT = new StreamId("Product", "teapot-red");
  private static final StreamId STOCK = new StreamId("Stock", "teapot-red");
  private static final StockUpdated FEW_LEFT =
      new StockUpdated(TEAPOT, -33, 7, 3, 4, "sold in the shop", BROKEN_AT);
  private static final StockUpdated NONE_LEFT =
      new StockUpdated(TEAPOT, -40, 0, 0, 0, "stolen", BROKEN_AT);

  private final ProjectionSpec<InventoryLevel> level =
      ProjectionSpec.of(new InventoryLevelProjection());

  @Test
  void a_product_that_never_came_is_out_of_stock() {
    level
        .given(PRODUCT, ADDED)
        .then(
            new InventoryLevel(
                "teapot-red",
                Optional.of("Red teapot"),
                false,
                Optional.of(5),
                0,
                0,
                0,
                "OutOfStock",
                Optional.empty()));
  }

  @Test
  void a_product_is_in_stock_whichever_stream_is_first() {
    level
        .given(STOCK, DELIVERED)
        .given(PRODUCT, ADDED, RAISED)
        .then(
            new InventoryLevel(
                "teapot-red",
                Optional.of("Red teapot"),
                false,
                Optional.of(5),
                40,
                0,
                40,
                "InStock",
                Optional.of(DELIVERED_AT)));
  }

  @Test
  void fewer_than_the_threshold_are_low_whichever_stream_is_first() {
    level
        .given(PRODUCT, ADDED)
        .given(STOCK, DELIVERED, FEW_LEFT)
        .then(
            new InventoryLevel(
                "teapot-red",
                Optional.of("Red teapot"),
                false,
                Optional.of(5),
                7,
                3,
                4,
                "LowStock",
                Optional.of(BROKEN_AT)));
  }

  @Test
  void a_withdrawn_product_of_which_nothing_is_left_stays_in_the_report() {
    level
        .given(PRODUCT, ADDED, WITHDRAWN)
        .given(STOCK, DELIVERED, NONE_LEFT)
        .then(
            new InventoryLevel(
                "teapot-red",
                Optional.of("Red teapot"),
                true,
                Optional.of(5),
                0,
                0,
                0,
                "OutOfStock",
                Optional.of(BROKEN_AT)));
  }

  @Test
  void goods_of_a_product_that_the_catalogue_has_not_named_yet_have_no_name() {
    level
        .given(STOCK, DELIVERED)
        .then(
            new InventoryLevel(
                "teapot-red",
                Optional.empty(),
                false,
                Optional.empty(),
                40,
                0,
                40,
                "InStock",
                Optional.of(DELIVERED_AT)));
  }
}
