package io.cornershop.orders.views;

import static io.cornershop.orders.OrderFixtures.CANCELLED;
import static io.cornershop.orders.OrderFixtures.CANCELLED_AT;
import static io.cornershop.orders.OrderFixtures.CONFIRMED;
import static io.cornershop.orders.OrderFixtures.CONFIRMED_AT;
import static io.cornershop.orders.OrderFixtures.CREATED;
import static io.cornershop.orders.OrderFixtures.CREATED_AT;
import static io.cornershop.orders.OrderFixtures.DELIVERED;
import static io.cornershop.orders.OrderFixtures.DELIVERED_AT;
import static io.cornershop.orders.OrderFixtures.FOUND_INVALID;
import static io.cornershop.orders.OrderFixtures.RETURNED;
import static io.cornershop.orders.OrderFixtures.RETURNED_AT;
import static io.cornershop.orders.OrderFixtures.SHIPPED;
import static io.cornershop.orders.OrderFixtures.SHIPPED_AT;
import static io.cornershop.orders.OrderFixtures.TOTAL;
import static io.cornershop.orders.OrderFixtures.VALIDATED;
import static io.cornershop.orders.OrderFixtures.VALIDATED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.TimeKey;
import io.cornershop.kernel.Money;
import io.cornershop.orders.OrderEvent.Status;
import io.cornershop.orders.views.OrderDetails.OrderItem;
import io.cornershop.testing.ProjectionSpec;
import java.time.Instant;
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

  private static final StreamId ORDER_STREAM = new StreamId("Order", "cart-1");

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
                CREATED_AT,
                CREATED_AT,
                OrderProgress.NONE,
                "001772971500000/cart-1",
                "001772971500000/cart-1",
                "EUR/0000000000000008175/cart-1",
                1));
  }

  private static OrderDetails row(
      Status status, OrderProgress progress, Instant updatedAt, long sequence) {
    return new OrderDetails(
        "cart-1",
        "customer-ada",
        status.toString(),
        TOTAL,
        List.of(TEAPOTS, CUP),
        CREATED_AT,
        updatedAt,
        progress,
        "001772971500000/cart-1",
        TimeKey.of(updatedAt, "cart-1"),
        "EUR/0000000000000008175/cart-1",
        sequence);
  }

  @Test
  void follows_an_order_until_it_comes_back() {
    OrderProgress confirmed = OrderProgress.NONE.with(CONFIRMED);
    OrderProgress delivered = confirmed.with(SHIPPED).with(DELIVERED);
    ProjectionSpec.of(new OrderDetailsProjection())
        .given(ORDER_STREAM, CREATED, VALIDATED, CONFIRMED)
        .then(row(Status.CONFIRMED, confirmed, CONFIRMED_AT, 3));
    ProjectionSpec.of(new OrderDetailsProjection())
        .given(ORDER_STREAM, CREATED, VALIDATED, CONFIRMED, SHIPPED, DELIVERED, RETURNED)
        .then(row(Status.RETURNED, delivered, RETURNED_AT, 6));
    assertThat(delivered)
        .isEqualTo(
            new OrderProgress(
                Optional.of("cart-1"),
                Optional.of(CONFIRMED_AT),
                Optional.of("PX-1"),
                Optional.of("Parcel Express"),
                Optional.of(SHIPPED_AT),
                Optional.of(DELIVERED_AT),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void shows_why_an_order_was_cancelled() {
    OrderProgress cancelled = OrderProgress.NONE.with(CANCELLED);
    ProjectionSpec.of(new OrderDetailsProjection())
        .given(ORDER_STREAM, CREATED, FOUND_INVALID)
        .then(row(Status.CREATED, OrderProgress.NONE, VALIDATED_AT, 2));
    ProjectionSpec.of(new OrderDetailsProjection())
        .given(ORDER_STREAM, CREATED, FOUND_INVALID, CANCELLED)
        .then(row(Status.CANCELLED, cancelled, CANCELLED_AT, 3));
    assertThat(cancelled.cancellationReason()).contains("changed my mind");
    assertThat(cancelled.cancelledAt()).contains(CANCELLED_AT);
  }

  @Test
  void shows_an_order_that_could_not_be_created_as_cancelled() {
    ProjectionSpec.of(new OrderDetailsProjection())
        .given(ORDER_STREAM, CANCELLED)
        .then(
            new OrderDetails(
                "cart-1",
                "customer-ada",
                "Cancelled",
                TOTAL,
                List.of(TEAPOTS, CUP),
                CANCELLED_AT,
                CANCELLED_AT,
                OrderProgress.NONE.with(CANCELLED),
                TimeKey.of(CANCELLED_AT, "cart-1"),
                TimeKey.of(CANCELLED_AT, "cart-1"),
                "EUR/0000000000000008175/cart-1",
                1));
  }
}
