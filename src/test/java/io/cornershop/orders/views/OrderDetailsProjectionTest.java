package io.cornershop.orders.views;

import static io.cornershop.orders.OrderFixtures.CREATED;
import static io.cornershop.orders.OrderFixtures.CREATED_AT;
import static io.cornershop.orders.OrderFixtures.TOTAL;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.Money;
import io.cornershop.orders.views.OrderDetails.OrderItem;
import io.cornershop.testing.ProjectionSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderDetailsProjectionTest {

  private static final OrderItem TEAPOTS =
      new OrderItem(
          "teapot-red", "Red teapot", 3, Money.of("24.90", "EUR"), Money.of("74.70", "EUR"));
  private static final OrderItem CUP =
      new OrderItem("cup-white", "White cup", 1, Money.of("7.05", "EUR"), Money.of("7.05", "EUR"));

  @Test
  void shows_a_created_order() {
    ProjectionSpec.of(new OrderDetailsProjection())
        .given(new StreamId("Order", "cart-1"), CREATED)
        .then(
            new OrderDetails(
                "cart-1",
                "customer-ada",
                "Created",
                TOTAL,
                List.of(TEAPOTS, CUP),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                CREATED_AT,
                CREATED_AT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "001772971500000/cart-1",
                "001772971500000/cart-1",
                "EUR/0000000000000008175/cart-1",
                1));
  }
}
