package io.cornershop.orders.domain;

import static io.cornershop.orders.OrderFixtures.ADA;
import static io.cornershop.orders.OrderFixtures.CANCELLED;
import static io.cornershop.orders.OrderFixtures.CANCELLED_AT;
import static io.cornershop.orders.OrderFixtures.CONFIRMED;
import static io.cornershop.orders.OrderFixtures.CREATE;
import static io.cornershop.orders.OrderFixtures.CREATED;
import static io.cornershop.orders.OrderFixtures.ITEMS;
import static io.cornershop.orders.OrderFixtures.ORDER;
import static io.cornershop.orders.OrderFixtures.SHIPPED;
import static io.cornershop.orders.OrderFixtures.TOTAL;
import static io.cornershop.orders.OrderFixtures.VALIDATED;
import static io.cornershop.orders.OrderFixtures.VALIDATED_AT;
import static io.cornershop.orders.OrderFixtures.cancelled;

import io.cornershop.orders.OrderCommand;
import io.cornershop.orders.OrderCommand.AbandonOrder;
import io.cornershop.orders.OrderCommand.CancelOrder;
import io.cornershop.orders.OrderCommand.ValidateOrder;
import io.cornershop.orders.OrderEvent;
import io.cornershop.testing.DeciderSpec;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** An order that was promised at check-out and is given up before it has begun. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AbandonedOrderTest {

  private final DeciderSpec<OrderCommand, Order, OrderEvent> order =
      DeciderSpec.of(new OrderDecider());

  private final AbandonOrder abandon =
      new AbandonOrder(ORDER, ADA, ITEMS, TOTAL, CANCELLED.reason(), CANCELLED_AT);

  @Test
  void is_cancelled() {
    order.given().when(abandon).then(CANCELLED);
  }

  @Test
  void never_begins() {
    order.given(CANCELLED).when(CREATE).thenRejected("order-abandoned");
    order
        .given(CANCELLED)
        .when(new ValidateOrder(ORDER, Optional.empty(), VALIDATED_AT))
        .thenRejected("order-abandoned");
  }

  @Test
  void is_given_up_once_whoever_does_it() {
    order.given(CANCELLED).when(abandon).thenNothing();
    order
        .given(CANCELLED)
        .when(new CancelOrder(ORDER, CANCELLED.reason(), CANCELLED_AT))
        .thenNothing();
    order.given(CREATED, CANCELLED).when(abandon).thenNothing();
  }

  @Test
  void says_why() {
    order
        .given()
        .when(new AbandonOrder(ORDER, ADA, ITEMS, TOTAL, "", CANCELLED_AT))
        .thenRejected("invalid-reason");
  }

  @Test
  void is_cancelled_like_any_other_when_it_began_after_all() {
    order.given(CREATED, VALIDATED, CONFIRMED).when(abandon).then(cancelled(true));
    order
        .given(CREATED, VALIDATED, CONFIRMED, SHIPPED)
        .when(abandon)
        .thenRejected("order-not-cancellable");
  }
}
