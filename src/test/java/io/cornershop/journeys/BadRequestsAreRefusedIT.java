package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each bad request gets its 4xx problem, with a correlation id and without a trace of the inside.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadRequestsAreRefusedIT {

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());
  private final Customer ada = shop.newCustomer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "\"x\"",
        "null",
        "",
        "{\"customerId\": 1}",
        "{\"customerId\": \"a\", \"customerId\": \"b\"}"
      })
  void a_malformed_body(String body) {
    assertProblem(ada.shop().post("/api/carts", body), 400);
  }

  @Test
  void an_unknown_field() {
    Answer answer =
        ada.shop().post("/api/carts", "{\"customerId\": \"%s\", \"color\": 1}".formatted(ada.id()));
    assertProblem(answer, 400);
    assertThat(answer.body().path("errors").path(0).path("field").asString()).isEqualTo("color");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1000000000000", "1.5", "\"2\"", "null", "1e2"})
  void a_quantity_that_is_none(String quantity) {
    String cart = cart();
    Answer answer =
        ada.shop()
            .post(
                "/api/carts/" + cart + "/items",
                "{\"productId\": \"coffee-beans-1kg\", \"quantity\": %s}".formatted(quantity));
    assertProblem(answer, 400);
    assertThat(answer.body().path("errors").path(0).path("field").asString()).isEqualTo("quantity");
  }

  @ParameterizedTest
  @CsvSource({
    "name, Ada\\nBcc, ada@example.org, +441632960961",
    "email, Ada, zo\u00eb@example.org, +441632960961",
    "phone, Ada, ada@example.org, call me",
    "phone, Ada, ada@example.org, 0301234567"
  })
  void a_profile_by_the_field_that_breaks_a_rule(
      String field, String name, String email, String phone) {
    Answer answer =
        shop.as("staff")
            .post(
                "/api/customers",
                "{\"name\": \"%s\", \"email\": \"%s\", \"phone\": \"%s\"}"
                    .formatted(name, UUID.randomUUID() + email, phone));
    assertProblem(answer, 422);
    assertThat(answer.text("code") + " " + answer.body().at("/errors/0/field").asString())
        .isEqualTo("invalid-%s %s", field, field);
  }

  @Test
  void an_unknown_id() {
    assertProblem(ada.shop().get("/api/carts/nothing-here"), 404);
    assertProblem(ada.shop().get("/api/orders/nothing-here"), 404);
    assertProblem(ada.shop().get("/api/products/nothing-here"), 404);
    assertProblem(ada.shop().post("/api/carts/nothing-here/items", Shop.item("x", 1)), 404);
    assertProblem(shop.as("auditor").get("/api/eventstore/replay/Order/nothing-here"), 404);
    assertProblem(shop.as("auditor").get("/api/eventstore/replay/Nothing/x"), 404);
    assertProblem(ada.shop().get("/api/nothing-here"), 404);
  }

  @Test
  void a_cart_of_another_customer() {
    String cart = cart();
    Customer eve = shop.newCustomer();
    assertProblem(eve.shop().get("/api/carts/" + cart), 403);
    assertProblem(eve.shop().post("/api/carts/" + cart + "/items", Shop.item("x", 1)), 403);
    assertProblem(eve.checkOut(cart), 403);
    assertProblem(
        eve.shop().post("/api/carts", "{\"customerId\": \"%s\"}".formatted(ada.id())), 403);
  }

  @Test
  void a_body_of_ten_megabytes() {
    String huge = "{\"customerId\": \"" + "x".repeat(10_000_000) + "\"}";
    assertProblem(ada.shop().post("/api/carts", huge), 413);
  }

  @Test
  void another_content_type() {
    Answer answer =
        ada.shop()
            .send(
                "POST",
                "/api/carts",
                BodyPublishers.ofString("customerId=1"),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    assertProblem(answer, 415);
  }

  @Test
  void a_method_that_the_resource_has_not() {
    assertProblem(ada.shop().delete("/api/products"), 405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=501",
        "limit=x",
        "limit=-1",
        "after=%2B%2B",
        "limit=99999999999"
      })
  void a_page_that_is_none(String query) {
    assertProblem(ada.shop().get("/api/products?" + query), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "", "\"-1\"", "\"x\"", "\"99999999999999999999\""})
  void an_if_match_that_is_no_sequence(String value) {
    Answer answer =
        ada.shop()
            .post("/api/carts/" + cart() + "/items", Shop.item("x", 1), Map.of("If-Match", value));
    assertProblem(answer, 400);
  }

  @Test
  void no_token_a_wrong_token_and_a_wrong_role() {
    assertProblem(shop.get("/api/products"), 401);
    assertProblem(shop.withToken("nonsense").get("/api/products"), 401);
    assertProblem(ada.shop().post("/api/products", "{}"), 403);
  }

  private String cart() {
    return ada.shop()
        .post("/api/carts", "{\"customerId\": \"%s\"}".formatted(ada.id()))
        .expect(201)
        .text("cartId");
  }

  private static void assertProblem(Answer answer, int status) {
    answer.expect(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body().path("status").asInt()).isEqualTo(status);
    assertThat(answer.text("title")).isNotBlank();
    assertThat(answer.text("correlationId")).isEqualTo(answer.header("X-Correlation-Id"));
    assertThat(answer.response().body())
        .doesNotContain("Exception", "\tat ", "io.cornershop", "com.mongodb", "tools.jackson");
  }
}
