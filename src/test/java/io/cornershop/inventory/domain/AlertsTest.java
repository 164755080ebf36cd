package io.cornershop.inventory.domain;

import static io.cornershop.inventory.InventoryFixtures.BROKEN_AT;
import static io.cornershop.inventory.InventoryFixtures.DELIVERED;
import static io.cornershop.inventory.InventoryFixtures.DELIVERED_AT;
import static io.cornershop.inventory.InventoryFixtures.LOW;
import static io.cornershop.inventory.InventoryFixtures.ORDER;
import static io.cornershop.inventory.InventoryFixtures.RESERVED;
import static io.cornershop.inventory.InventoryFixtures.RESERVED_AT;
import static io.cornershop.inventory.InventoryFixtures.TEAPOT;
import static io.cornershop.inventory.InventoryFixtures.by;
import static io.cornershop.inventory.InventoryFixtures.reserve;
import static io.cornershop.inventory.InventoryFixtures.shelf;

import io.cornershop.inventory.StockCommand;
import io.cornershop.inventory.StockCommand.ChangeThreshold;
import io.cornershop.inventory.StockEvent;
import io.cornershop.inventory.StockEvent.LowStockAlert;
import io.cornershop.inventory.StockEvent.StockReserved;
import io.cornershop.inventory.StockEvent.StockThresholdChanged;
import io.cornershop.inventory.StockEvent.StockUpdated;
import io.cornershop.testing.DeciderSpec;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AlertsTest {

  private final DeciderSpec<StockCommand, Stock, StockEvent> stock =
      DeciderSpec.of(new StockDecider());

  @Test
  void a_warning_comes_when_stock_falls_below_the_threshold() {
    stock
        .given(shelf(40, 30))
        .when(reserve(1))
        .then(new StockReserved(TEAPOT, ORDER, 1, 40, 31, 9, RESERVED_AT), LOW);
  }

  @Test
  void a_warning_does_not_come_again_while_stock_is_low() {
    stock
        .given(shelf(40, 31))
        .when(reserve(1))
        .then(new StockReserved(TEAPOT, ORDER, 1, 40, 32, 8, RESERVED_AT));
  }

  @Test
  void a_warning_comes_again_when_stock_has_been_up_meanwhile() {
    stock
        .given(shelf(40, 31))
        .when(by(1))
        .then(new StockUpdated(TEAPOT, 1, 41, 31, 10, "count", BROKEN_AT))
        .when(reserve(1))
        .then(new StockReserved(TEAPOT, ORDER, 1, 41, 32, 9, RESERVED_AT), LOW);
  }

  @Test
  void a_warning_comes_by_the_threshold_of_the_product() {
    stock
        .given(DELIVERED, new StockThresholdChanged(TEAPOT, 38, DELIVERED_AT))
        .when(reserve(3))
        .then(RESERVED, new LowStockAlert(TEAPOT, 37, 38, RESERVED_AT));
  }

  @Test
  void a_warning_comes_with_a_threshold_that_makes_the_product_low() {
    ChangeThreshold higher = new ChangeThreshold(TEAPOT, 41, DELIVERED_AT);
    stock
        .given(DELIVERED)
        .when(higher)
        .then(
            new StockThresholdChanged(TEAPOT, 41, DELIVERED_AT),
            new LowStockAlert(TEAPOT, 40, 41, DELIVERED_AT))
        .when(higher)
        .thenNothing();
  }
}
