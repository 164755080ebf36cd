package io.cornershop.inventory.domain;

import static io.cornershop.inventory.InventoryFixtures.ALLOCATED;
import static io.cornershop.inventory.InventoryFixtures.BREAKAGE;
import static io.cornershop.inventory.InventoryFixtures.BROKEN;
import static io.cornershop.inventory.InventoryFixtures.BROKEN_AT;
import static io.cornershop.inventory.InventoryFixtures.CLOSED;
import static io.cornershop.inventory.InventoryFixtures.DELIVERED;
import static io.cornershop.inventory.InventoryFixtures.DELIVERED_AT;
import static io.cornershop.inventory.InventoryFixtures.DELIVERY;
import static io.cornershop.inventory.InventoryFixtures.LEFT_AT;
import static io.cornershop.inventory.InventoryFixtures.ORDER;
import static io.cornershop.inventory.InventoryFixtures.RELEASED;
import static io.cornershop.inventory.InventoryFixtures.RESERVED;
import static io.cornershop.inventory.InventoryFixtures.RESERVED_AT;
import static io.cornershop.inventory.InventoryFixtures.TEAPOT;
import static io.cornershop.inventory.InventoryFixtures.by;
import static io.cornershop.inventory.InventoryFixtures.reserve;
import static io.cornershop.inventory.InventoryFixtures.shelf;

import io.cornershop.inventory.StockCommand;
import io.cornershop.inventory.StockCommand.AdjustStock;
import io.cornershop.inventory.StockCommand.AllocateStock;
import io.cornershop.inventory.StockCommand.ChangeThreshold;
import io.cornershop.inventory.StockCommand.ReleaseStock;
import io.cornershop.inventory.StockCommand.RestockOrder;
import io.cornershop.inventory.StockEvent;
import io.cornershop.inventory.StockEvent.LowStockAlert;
import io.cornershop.inventory.StockEvent.OutOfStockAlert;
import io.cornershop.inventory.StockEvent.StockReserved;
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
          .then(
              new StockUpdated(TEAPOT, -40, 0, 0, 0, "count", BROKEN_AT),
              new LowStockAlert(TEAPOT, 0, 10, BROKEN_AT),
              new OutOfStockAlert(TEAPOT, BROKEN_AT));
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
      stock.given(shelf(10, 4)).when(by(-7)).thenRejected("insufficient-stock");
      stock
          .given(shelf(10, 4))
          .when(by(-6))
          .then(
              new StockUpdated(TEAPOT, -6, 4, 4, 0, "count", BROKEN_AT),
              new OutOfStockAlert(TEAPOT, BROKEN_AT));
    }

    @Test
    void holds_a_thousand_million_pieces_and_no_more() {
      stock
          .given(shelf(999_999_999, 0))
          .when(by(1))
          .then(new StockUpdated(TEAPOT, 1, 1_000_000_000, 0, 1_000_000_000, "count", BROKEN_AT));
      stock.given(shelf(999_999_999, 0)).when(by(2)).thenRejected("stock-limit-exceeded");
      stock
          .given(shelf(1_000_000_000, 0))
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

  @Nested
  class A_reservation {

    @Test
    void promises_pieces_to_an_order() {
      stock.given(DELIVERED).when(reserve(3)).then(RESERVED);
    }

    @Test
    void of_the_same_again_changes_nothing() {
      stock.given(DELIVERED, RESERVED).when(reserve(3)).thenNothing();
    }

    @Test
    void of_another_quantity_is_refused() {
      stock.given(DELIVERED, RESERVED).when(reserve(4)).thenRejected("already-reserved");
    }

    @Test
    void takes_the_last_piece_and_no_more() {
      stock
          .given(shelf(40, 38))
          .when(reserve(2))
          .then(
              new StockReserved(TEAPOT, ORDER, 2, 40, 40, 0, RESERVED_AT),
              new OutOfStockAlert(TEAPOT, RESERVED_AT));
      stock.given(shelf(40, 38)).when(reserve(3)).thenRejected("insufficient-stock");
      stock.given().when(reserve(1)).thenRejected("insufficient-stock");
    }

    @Test
    void is_of_at_least_one_piece() {
      stock.given(DELIVERED).when(reserve(0)).thenRejected("invalid-quantity");
    }
  }

  @Nested
  class A_release {

    private final ReleaseStock release =
        new ReleaseStock(TEAPOT, ORDER, RELEASED.reason(), LEFT_AT);

    @Test
    void takes_a_promise_back() {
      stock.given(DELIVERED, RESERVED).when(release).then(RELEASED);
    }

    @Test
    void that_comes_first_closes_the_stock_to_the_order() {
      stock
          .given(DELIVERED)
          .when(release)
          .then(CLOSED)
          .when(reserve(3))
          .thenRejected("reservation-closed");
    }

    @Test
    void of_what_is_closed_changes_nothing() {
      stock.given(DELIVERED, CLOSED).when(release).thenNothing();
    }

    @Test
    void says_why() {
      stock
          .given(DELIVERED)
          .when(new ReleaseStock(TEAPOT, ORDER, "", LEFT_AT))
          .thenRejected("invalid-reason");
    }
  }

  @Nested
  class An_allocation {

    private final AllocateStock allocate = new AllocateStock(TEAPOT, ORDER, LEFT_AT);

    @Test
    void takes_promised_pieces_from_the_shelf_once() {
      stock
          .given(DELIVERED, RESERVED)
          .when(allocate)
          .then(ALLOCATED)
          .when(allocate)
          .thenRejected("not-reserved");
    }

    @Test
    void of_what_was_not_promised_is_refused() {
      stock.given(DELIVERED).when(allocate).thenRejected("not-reserved");
    }

    @Test
    void of_what_was_released_is_refused() {
      stock.given(DELIVERED, RESERVED, RELEASED).when(allocate).thenRejected("not-reserved");
    }
  }

  @Test
  void what_comes_back_of_an_order_is_on_hand_again() {
    stock
        .given(DELIVERED, RESERVED, ALLOCATED)
        .when(new RestockOrder(TEAPOT, ORDER, 3, "returned", LEFT_AT))
        .then(new StockUpdated(TEAPOT, 3, 40, 0, 40, "returned", LEFT_AT));
  }

  @Test
  void nothing_cannot_come_back() {
    stock
        .given(DELIVERED, RESERVED, ALLOCATED)
        .when(new RestockOrder(TEAPOT, ORDER, 0, "returned", LEFT_AT))
        .thenRejected("invalid-quantity");
  }

  @Test
  void a_threshold_is_not_negative() {
    stock
        .given(DELIVERED)
        .when(new ChangeThreshold(TEAPOT, -1, DELIVERED_AT))
        .thenRejected("invalid-threshold");
  }
}
