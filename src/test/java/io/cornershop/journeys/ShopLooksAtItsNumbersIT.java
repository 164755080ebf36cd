package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What staff and customers read of sales and stock. The platform is shared, so only products and
 * customers of this test are looked at.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShopLooksAtItsNumbersIT {

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());
  private final Shop staff = shop.as("staff");

  private void stock(String product, int change) {
    staff.post("/api/products/" + product + "/stock", Shop.change(change)).expect(204);
  }

  private static void order(Customer customer, String product, int quantity) {
    customer.awaitOrder(customer.order(product, quantity, "sandbox-approve"), "Confirmed");
  }

  private JsonNode topSeller(String product, long quantity) {
    return Await.until(
        () -> item(staff.get("/api/reports/products/top-selling?limit=500"), product),
        found -> found.path("quantity").asLong() == quantity);
  }

  private static JsonNode item(Answer list, String product) {
    return StreamSupport.stream(list.expect(200).body().path("items").spliterator(), false)
        .filter(item -> item.path("productId").asString().equals(product))
        .findFirst()
        .orElse(list.body().path("nothing"));
  }

  @Test
  void an_order_is_in_the_sales_of_its_day_and_in_the_report_of_its_customer() {
    String lamp = shop.newProduct("19.99", 20);
    Customer ada = shop.newCustomer();
    order(ada, lamp, 2);
    order(ada, lamp, 1);

    Answer own =
        Await.until(
            () -> ada.shop().get("/api/reports/customers/" + ada.id()),
            answer -> answer.body().path("orders").asInt() == 2);

    JsonNode total = own.expect(200).body().path("totals").path(0);
    assertThat(total.path("revenue").path("amount").asString()).isEqualTo("59.97");
    assertThat(total.path("cancelledOrders").asInt()).isZero();
    assertThat(own.text("lastOrderId")).isNotBlank();
    assertThat(topSeller(lamp, 3).path("revenue").path(0).path("amount").asString())
        .isEqualTo("59.97");
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    JsonNode sales = staff.get("/api/reports/sales?to=" + today).expect(200).body();
    assertThat(sales.path("items").size()).isEqualTo(30);
    assertThat(sales.path("timeZone").asString()).isEqualTo("UTC");
    assertThat(sales.path("totals").path(0).path("orders").asLong()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void the_year_in_weeks_has_53_of_which_the_last_ends_in_the_next_year() {
    JsonNode weeks =
        staff
            .get("/api/reports/sales?from=2026-12-28&to=2027-01-10&groupBy=week")
            .expect(200)
            .body()
            .path("items");

    assertThat(weeks)
        .extracting(week -> week.path("period").asString() + " to " + week.path("to").asString())
        .containsExactly("2026-W53 to 2027-01-03", "2027-W01 to 2027-01-10");
  }

  @Test
  void a_product_shows_what_is_available_and_the_inventory_its_state() {
    String lamp = shop.newProduct("19.99", 20);

    Await.until(
        () -> shop.as("customer").get("/api/products/" + lamp).body(),
        found ->
            found.path("available").asInt() == 20
                && found.path("stockState").asString().equals("InStock"));

    stock(lamp, -17);
    JsonNode low =
        Await.until(
            () -> item(staff.get("/api/reports/inventory?state=LowStock&limit=500"), lamp),
            found -> found.path("onHand").asInt() == 3);
    assertThat(low.path("productName").asString()).isEqualTo("Lamp");
    assertThat(low.path("available").asInt()).isEqualTo(3);
    assertThat(low.path("state").asString()).isEqualTo("LowStock");

    stock(lamp, -3);
    Await.until(
        () -> item(staff.get("/api/reports/inventory?state=OutOfStock&limit=500"), lamp),
        found -> found.path("state").asString().equals("OutOfStock"));
  }

  @Test
  void the_inventory_goes_on_by_cursor_and_only_in_the_same_list() {
    Answer first = staff.get("/api/reports/inventory?limit=2").expect(200);
    String next = first.text("next");

    JsonNode second = staff.get("/api/reports/inventory?limit=2&after=" + next).expect(200).body();

    assertThat(second.path("items").path(0).path("productId").asString())
        .isGreaterThan(first.body().path("items").path(1).path("productId").asString());
    refused(staff.get("/api/reports/inventory?state=InStock&after=" + next), "after");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/reports/sales?from=2026-11-02&to=2026-11-01, to",
    "/api/reports/sales?from=2025-01-01&to=2026-11-01, from",
    "/api/reports/sales?from=yesterday, from",
    "/api/reports/sales?to=2026-02-30, to",
    "/api/reports/sales?groupBy=year, groupBy",
    "/api/reports/products/top-selling?limit=0, limit",
    "/api/reports/products/top-selling?limit=501, limit",
    "/api/reports/products/top-selling?limit=x, limit",
    "/api/reports/products/top-selling?from=2026-11-02&to=2026-11-01, to",
    "/api/reports/inventory?state=Gone, state",
    "/api/reports/inventory?after=x, after",
    "/api/reports/inventory?limit=501, limit"
  })
  void a_question_that_makes_no_sense_is_refused_by_the_name_of_its_field(
      String path, String field) {
    refused(staff.get(path), field);
  }

  private static void refused(Answer answer, String field) {
    answer.expect(400);
    assertThat(answer.body().path("errors").path(0).path("field").asString()).isEqualTo(field);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/reports/sales",
        "/api/reports/products/top-selling",
        "/api/reports/inventory"
      })
  void the_numbers_of_the_shop_are_for_those_who_run_it(String path) {
    shop.as("operator").get(path).expect(200);
    shop.newCustomer().shop().get(path).expect(403);
    shop.as("auditor").get(path).expect(403);
    shop.get(path).expect(401);
  }

  @Test
  void the_report_of_a_customer_is_for_staff_and_itself() {
    Customer ada = shop.newCustomer();
    String path = "/api/reports/customers/" + ada.id();

    assertThat(staff.get(path).expect(200).body().path("orders").asInt()).isZero();
    ada.shop().get(path).expect(200);
    shop.newCustomer().shop().get(path).expect(403);
    staff.get("/api/reports/customers/nobody-here").expect(404);
  }
}
