package io.cornershop.orders.domain;

import static io.cornershop.orders.OrderFixtures.ADA;
import static io.cornershop.orders.OrderFixtures.CONFIRMED;
import static io.cornershop.orders.OrderFixtures.CREATED;
import static io.cornershop.orders.OrderFixtures.CUP;
import static io.cornershop.orders.OrderFixtures.DELIVERED;
import static io.cornershop.orders.OrderFixtures.DELIVERED_AT;
import static io.cornershop.orders.OrderFixtures.ITEMS;
import static io.cornershop.orders.OrderFixtures.ORDER;
import static io.cornershop.orders.OrderFixtures.PAID_BY;
import static io.cornershop.orders.OrderFixtures.RETURNED;
import static io.cornershop.orders.OrderFixtures.RETURNED_AT;
import static io.cornershop.orders.OrderFixtures.SHIPPED;
import static io.cornershop.orders.OrderFixtures.TOTAL;
import static io.cornershop.orders.OrderFixtures.VALIDATED;

import io.cornershop.kernel.ProductId;
import io.cornershop.orders.OrderCommand;
import io.cornershop.orders.OrderCommand.ReturnOrder;
import io.cornershop.orders.OrderCommand.ReturnedItem;
import io.cornershop.orders.OrderEvent;
import io.cornershop.orders.OrderEvent.OrderReturned;
import io.cornershop.orders.OrderEvent.Status;
import io.cornershop.testing.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReturningTest {

  private final DeciderSpec<OrderCommand, Order, OrderEvent> order =
      DeciderSpec.of(new OrderDecider());

  private ReturnOrder back(ReturnedItem... items) {
    return new ReturnOrder(ORDER, "cracked", List.of(items), RETURNED_AT);
  }

  private DeciderSpec<OrderCommand, Order, OrderEvent>.Given delivered() {
    return order.given(CREATED, VALIDATED, CONFIRMED, SHIPPED, DELIVERED);
  }

  @Test
  void a_return_of_a_part_refunds_the_part() {
    delivered().when(back(new ReturnedItem(CUP.productId(), 1))).then(RETURNED);
  }

  @Test
  void a_return_without_items_is_of_all() {
    delivered()
        .when(back())
        .then(
            new OrderReturned(
                ORDER, ADA, PAID_BY, ITEMS, TOTAL, "cracked", Status.RETURNED, RETURNED_AT));
  }

  @Test
  void a_return_of_what_was_not_delivered_is_refused() {
    order
        .given(CREATED, VALIDATED, CONFIRMED, SHIPPED)
        .when(back())
        .thenRejected("order-not-returnable");
  }

  @Test
  void a_return_is_made_once() {
    order
        .given(CREATED, VALIDATED, CONFIRMED, SHIPPED, DELIVERED, RETURNED)
        .when(back())
        .thenRejected("order-not-returnable");
  }

  @Test
  void a_return_is_possible_for_thirty_days() {
    Instant last = DELIVERED_AT.plus(Duration.ofDays(30));
    ReturnedItem cup = new ReturnedItem(CUP.productId(), 1);
    delivered()
        .when(new ReturnOrder(ORDER, "cracked", List.of(cup), last))
        .then(
            new OrderReturned(
                ORDER,
                ADA,
                PAID_BY,
                List.of(CUP),
                CUP.totalPrice(),
                "cracked",
                Status.RETURNED,
                last));
    delivered()
        .when(new ReturnOrder(ORDER, "cracked", List.of(cup), last.plusMillis(1)))
        .thenRejected("return-period-over");
  }

  @Test
  void a_return_names_products_of_the_order_once_and_no_more_than_there_were() {
    ReturnedItem cup = new ReturnedItem(CUP.productId(), 1);
    delivered().when(back(cup, cup)).thenRejected("product-twice");
    delivered()
        .when(back(new ReturnedItem(new ProductId("spoon"), 1)))
        .thenRejected("product-not-in-order");
    delivered()
        .when(back(new ReturnedItem(CUP.productId(), 2)))
        .thenRejected("invalid-return-quantity");
    delivered()
        .when(back(new ReturnedItem(CUP.productId(), 0)))
        .thenRejected("invalid-return-quantity");
  }
}
