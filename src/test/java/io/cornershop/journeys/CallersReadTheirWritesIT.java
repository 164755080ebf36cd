package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who has written gets its write from the read model, or is told to come again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CallersReadTheirWritesIT {

  private static final String WAIT = "&wait=10s";

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());
  private final Shop staff = shop.as("staff");

  @Test
  void every_view_of_one_thing_includes_the_write_that_the_caller_waits_for() {
    String product = "product-" + UUID.randomUUID();
    staff.post("/api/products", product(product)).expect(201);
    Answer dearer =
        staff
            .put(
                "/api/products/" + product + "/price",
                "{\"price\": {\"amount\": \"2.00\", \"currency\": \"EUR\"}}")
            .expect(204);
    Answer delivered =
        staff
            .post("/api/products/" + product + "/stock", "{\"change\": 9, \"reason\": \"new\"}")
            .expect(204);

    assertThat(read("/api/products/" + product, dearer).path("price").path("amount").asString())
        .isEqualTo("2.00");
    assertThat(read("/api/products/" + product + "/stock", delivered).path("onHand").asInt())
        .isEqualTo(9);

    Customer ada = shop.newCustomer();
    Answer seen = ada.shop().post("/api/customers/" + ada.id() + "/login", "").expect(204);
    assertThat(read("/api/customers/" + ada.id(), seen).path("lastLoginAt").asString())
        .isNotBlank();

    String cart = ada.cartWith(product, 1);
    Answer checkedOut = ada.checkOut(cart).expect(202);
    assertThat(read("/api/carts/" + cart, checkedOut).path("status").asString())
        .isEqualTo("CheckedOut");
    ada.shop().get("/api/orders/" + cart + "?minSequence=1" + WAIT).expect(200);
  }

  @Test
  void sums_include_the_order_that_the_caller_waits_for() {
    String product = shop.newProduct("1.00", 20);
    Customer ada = shop.newCustomer();
    String own = "/api/reports/customers/" + ada.id();
    String order = ada.checkOut(ada.cartWith(product, 3)).expect(202).text("orderId");
    String with = "orderId=" + order + "&minSequence=1" + WAIT;

    JsonNode report = ada.shop().get(own + "?" + with).expect(200).body();
    assertThat(report.path("orders").asInt()).isEqualTo(1);
    assertThat(report.path("lastOrderId").asString()).isEqualTo(order);
    JsonNode top =
        staff.get("/api/reports/products/top-selling?limit=500&" + with).expect(200).body();
    assertThat(top.path("items"))
        .anyMatch(item -> item.path("productId").asString().equals(product));
    JsonNode sales = staff.get("/api/reports/sales?" + with).expect(200).body();
    assertThat(Instant.parse(sales.path("latestOrderAt").asString()))
        .isAfterOrEqualTo(Instant.parse(report.path("lastOrderAt").asString()));

    staff.get("/api/reports/sales?orderId=" + order + "&minSequence=9&wait=10ms").expect(202);
    ada.shop().get(own + "?orderId=nobody-has-ordered-this").expect(404);
    ada.shop().get(own + "?minSequence=1").expect(400);
  }

  private JsonNode read(String path, Answer write) {
    Answer answer = staff.get(path + "?minSequence=" + write.sequence() + WAIT).expect(200);
    assertThat(answer.sequence()).isGreaterThanOrEqualTo(write.sequence());
    return answer.body();
  }

  private static String product(String id) {
    return """
        {"productId": "%s", "name": "Lamp", "price": {"amount": "1.00", "currency": "EUR"}}"""
        .formatted(id);
  }

  @Test
  void what_no_view_has_seen_yet_is_to_be_asked_for_again() {
    String product = "product-" + UUID.randomUUID();
    staff.post("/api/products", product(product)).expect(201);
    Customer ada = shop.newCustomer();
    String cart = ada.cartWith(product, 1);
    ada.checkOut(cart).expect(202);
    Stream<String> all =
        Stream.of(
            "/api/products/" + product,
            "/api/products/" + product + "/stock",
            "/api/customers/" + ada.id(),
            "/api/carts/" + cart,
            "/api/orders/" + cart);

    assertThat(all)
        .allSatisfy(
            path -> {
              Answer answer = staff.get(path + "?minSequence=4711&wait=10ms").expect(202);
              assertThat(answer.header("Retry-After")).isEqualTo("1");
              staff.get(path + "?minSequence=0").expect(400);
              staff.get(path + "?minSequence=1&wait=11s").expect(400);
            });
  }
}
