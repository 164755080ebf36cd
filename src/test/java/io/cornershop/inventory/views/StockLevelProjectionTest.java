package io.cornershop.inventory.views;

import static io.cornershop.inventory.InventoryFixtures.BROKEN;
import static io.cornershop.inventory.InventoryFixtures.BROKEN_AT;
import static io.cornershop.inventory.InventoryFixtures.DELIVERED;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.testing.ProjectionSpec;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StockLevelProjectionTest {

  @Test
  void shows_the_newest_level() {
    ProjectionSpec.of(new StockLevelProjection())
        .given(new StreamId("Stock", "teapot-red"), DELIVERED, BROKEN)
        .then(new StockLevel("teapot-red", 37, 0, 37, BROKEN_AT, 2));
  }
}
