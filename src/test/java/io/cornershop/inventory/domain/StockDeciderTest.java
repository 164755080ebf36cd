package io.cornershop.inventory.domain;

import static io.cornershop.inventory.InventoryFixtures.BREAKAGE;
import static io.cornershop.inventory.InventoryFixtures.BROKEN;
import static io.cornershop.inventory.InventoryFixtures.BROKEN_AT;
import static io.cornershop.inventory.InventoryFixtures.DELIVERED;
import static io.cornershop.inventory.InventoryFixtures.DELIVERY;
import static io.cornershop.inventory.InventoryFixtures.TEAPOT;

import io.cornershop.inventory.StockCommand;
import io.cornershop.inventory.StockCommand.AdjustStock;
import io.cornershop.inventory.StockEvent;
import io.cornershop.inventory.StockEvent.StockUpdated;
import io.cornershop.testing.DeciderSpec;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StockDeciderTest {

  private final DeciderSpec<StockCommand, Stock, StockEvent> stock =
      DeciderSpec.of(new StockDecider());

  private static AdjustStock by(int change) {
    return new AdjustStock(TEAPOT, change, "count", BROKEN_AT);
  }

  private static StockUpdated reserved(int onHand, int reserved) {
    return new StockUpdated(
        TEAPOT, onHand, onHand, reserved, onHand - reserved, "history", BROKEN_AT);
  }

  @Nested
  class An_empty_shelf {

    @Test
    void takes_a_delivery() {
      stock.given().when(DELIVERY).then(DELIVERED);
    }

    @Test
    void has_nothing_to_take_away() {
      stock.given().when(by(-1)).thenRejected("insufficient-stock");
    }
  }

  @Nested
  class A_shelf_with_goods {

    @Test
    void loses_what_breaks() {
      stock.given(DELIVERED).when(BREAKAGE).then(BROKEN);
    }

    @Test
    void can_be_emptied_and_no_further() {
      stock
          .given(DELIVERED)
          .when(by(-40))
          .then(new StockUpdated(TEAPOT, -40, 0, 0, 0, "count", BROKEN_AT));
      stock.given(DELIVERED).when(by(-41)).thenRejected("insufficient-stock");
      stock.given(DELIVERED).when(by(Integer.MIN_VALUE)).thenRejected("insufficient-stock");
    }

    @Test
    void counts_two_equal_deliveries_as_two() {
      stock
          .given(DELIVERED)
          .when(DELIVERY)
          .then(new StockUpdated(TEAPOT, 40, 80, 0, 80, DELIVERY.reason(), DELIVERY.at()));
    }

    @Test
    void does_not_give_away_what_is_promised_to_orders() {
      stock.given(reserved(10, 4)).when(by(-7)).thenRejected("insufficient-stock");
      stock
          .given(reserved(10, 4))
          .when(by(-6))
          .then(new StockUpdated(TEAPOT, -6, 4, 4, 0, "count", BROKEN_AT));
    }

    @Test
    void holds_a_thousand_million_pieces_and_no_more() {
      stock
          .given(reserved(999_999_999, 0))
          .when(by(1))
          .then(new StockUpdated(TEAPOT, 1, 1_000_000_000, 0, 1_000_000_000, "count", BROKEN_AT));
      stock.given(reserved(999_999_999, 0)).when(by(2)).thenRejected("stock-limit-exceeded");
      stock
          .given(reserved(1_000_000_000, 0))
          .when(by(Integer.MAX_VALUE))
          .thenRejected("stock-limit-exceeded");
    }
  }

  @Test
  void an_adjustment_by_nothing_is_refused() {
    stock.given(DELIVERED).when(by(0)).thenRejected("no-change");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "line\nbreak"})
  void an_adjustment_without_a_reason_is_refused(String reason) {
    AdjustStock silent = new AdjustStock(TEAPOT, 1, reason, BROKEN_AT);
    stock.given(DELIVERED).when(silent).thenRejected("invalid-reason");
  }
}
