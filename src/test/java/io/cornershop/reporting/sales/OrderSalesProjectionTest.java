package io.cornershop.reporting.sales;

import static io.cornershop.orders.OrderFixtures.ADA;
import static io.cornershop.orders.OrderFixtures.CANCELLED;
import static io.cornershop.orders.OrderFixtures.CART;
import static io.cornershop.orders.OrderFixtures.CONFIRMED;
import static io.cornershop.orders.OrderFixtures.CREATED;
import static io.cornershop.orders.OrderFixtures.DELIVERED;
import static io.cornershop.orders.OrderFixtures.HOME;
import static io.cornershop.orders.OrderFixtures.ITEMS;
import static io.cornershop.orders.OrderFixtures.ORDER;
import static io.cornershop.orders.OrderFixtures.PAYMENT;
import static io.cornershop.orders.OrderFixtures.RETURNED;
import static io.cornershop.orders.OrderFixtures.SHIPPED;
import static io.cornershop.orders.OrderFixtures.TOTAL;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.Money;
import io.cornershop.orders.OrderEvent.OrderCreated;
import io.cornershop.orders.OrderEvent.Status;
import io.cornershop.reporting.sales.OrderSales.SoldItem;
import io.cornershop.testing.ProjectionSpec;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderSalesProjectionTest {

  private static final StreamId STREAM = new StreamId("Order", "cart-1");

  private static OrderSales sales(String day, String orderKey) {
    return new OrderSales(
        "cart-1",
        "customer-ada",
        day,
        "Created",
        TOTAL,
        Money.of("0", "EUR"),
        List.of(
            new SoldItem("teapot-red", "Red teapot", 3, Money.of("74.70", "EUR")),
            new SoldItem("cup-white", "White cup", 1, Money.of("7.05", "EUR"))),
        orderKey);
  }

  @Test
  void an_order_counts_on_the_day_on_which_it_was_created() {
    ProjectionSpec.of(new OrderSalesProjection(ZoneOffset.UTC))
        .given(STREAM, CREATED)
        .then(sales("2026-03-08", "001772971500000/cart-1"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-28T22:59:59.999Z, Europe/Berlin, 2026-03-28",
    "2026-03-28T23:00:00Z, Europe/Berlin, 2026-03-29",
    "2026-03-29T21:59:59.999Z, Europe/Berlin, 2026-03-29",
    "2026-03-29T22:00:00Z, Europe/Berlin, 2026-03-30",
    "2026-10-24T22:00:00Z, Europe/Berlin, 2026-10-25",
    "2026-10-25T22:59:59.999Z, Europe/Berlin, 2026-10-25",
    "2026-10-25T23:00:00Z, Europe/Berlin, 2026-10-26",
    "2026-12-31T10:00:00Z, Pacific/Kiritimati, 2027-01-01",
    "2027-01-01T09:59:59Z, Pacific/Marquesas, 2027-01-01",
    "2027-01-01T09:29:59Z, Pacific/Marquesas, 2026-12-31",
    "2026-12-31T23:59:59Z, UTC, 2026-12-31"
  })
  void the_day_is_that_of_the_shop_whatever_its_clocks_do(Instant at, ZoneId zone, String day) {
    OrderCreated created =
        new OrderCreated(ORDER, CART, ADA, TOTAL, ITEMS, PAYMENT, HOME, Status.CREATED, at);

    ProjectionSpec.of(new OrderSalesProjection(zone))
        .given(STREAM, created)
        .then(sales(day, "%015d/cart-1".formatted(at.toEpochMilli())));
  }

  private static OrderSales at(String status, Money returned, SoldItem... items) {
    return new OrderSales(
        "cart-1",
        "customer-ada",
        "2026-03-08",
        status,
        TOTAL,
        returned,
        List.of(items),
        "001772971500000/cart-1");
  }

  @Test
  void what_comes_back_was_sold_but_is_kept_by_nobody() {
    SoldItem pots = new SoldItem("teapot-red", "Red teapot", 3, Money.of("74.70", "EUR"));
    ProjectionSpec.of(new OrderSalesProjection(ZoneOffset.UTC))
        .given(STREAM, CREATED, CONFIRMED, SHIPPED, DELIVERED, RETURNED)
        .then(at("Returned", Money.of("7.05", "EUR"), pots));
  }

  @Test
  void a_cancelled_order_counts_as_cancelled() {
    ProjectionSpec.of(new OrderSalesProjection(ZoneOffset.UTC))
        .given(STREAM, CREATED, CANCELLED)
        .then(sales("2026-03-08", "001772971500000/cart-1").at(Status.CANCELLED));
  }

  @Test
  void one_that_could_not_be_created_counts_as_cancelled_on_the_day_it_was_given_up() {
    ProjectionSpec.of(new OrderSalesProjection(ZoneOffset.UTC))
        .given(STREAM, CANCELLED)
        .then(sales("2026-03-08", "001772971560000/cart-1").at(Status.CANCELLED));
  }
}
