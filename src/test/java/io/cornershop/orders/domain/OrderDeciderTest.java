package io.cornershop.orders.domain;

import static io.cornershop.orders.OrderFixtures.CREATE;
import static io.cornershop.orders.OrderFixtures.CREATED;
import static io.cornershop.orders.OrderFixtures.ITEMS;
import static io.cornershop.orders.OrderFixtures.TOTAL;
import static io.cornershop.orders.OrderFixtures.create;

import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.orders.OrderCommand;
import io.cornershop.orders.OrderEvent;
import io.cornershop.testing.DeciderSpec;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderDeciderTest {

  private final DeciderSpec<OrderCommand, Order, OrderEvent> order =
      DeciderSpec.of(new OrderDecider());

  @Nested
  class A_new_order {

    @Test
    void is_created() {
      order.given().when(CREATE).then(CREATED);
    }

    @Test
    void is_refused_without_items() {
      order
          .given()
          .when(create(List.of(), Money.of("0", "EUR")))
          .thenRejected("order-without-items");
    }

    @Test
    void is_refused_with_nothing_of_a_product() {
      LineItem nothing = ITEMS.getFirst().times(0);
      order.given().when(create(List.of(nothing), TOTAL)).thenRejected("order-without-items");
    }

    @Test
    void is_refused_when_the_total_is_not_the_sum() {
      order.given().when(create(ITEMS, Money.of("81.74", "EUR"))).thenRejected("wrong-total");
    }
  }

  @Nested
  class A_created_order {

    @Test
    void is_not_created_twice() {
      order.given(CREATED).when(CREATE).thenNothing();
    }

    @Test
    void is_not_overwritten_by_another_one() {
      LineItem teapot = ITEMS.getFirst().times(1);
      order
          .given(CREATED)
          .when(create(List.of(teapot), teapot.totalPrice()))
          .thenRejected("order-already-exists");
    }
  }
}
