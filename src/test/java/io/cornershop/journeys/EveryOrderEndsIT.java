package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The ways of an order through stock, payment, shipping and return, as callers see them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryOrderEndsIT {

  private static final int PIECES = 10;
  private static final String PRICE = "9.95";
  private static final String WHY = "{\"reason\": \"changed my mind\"}";
  private static final String PARCEL =
      "{\"trackingNumber\": \"%s\", \"carrier\": \"Parcel Express\"}";

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());
  private final Shop staff = shop.as("staff");
  private final Books books = new Books(shop);
  private final Customer ada = shop.newCustomer();
  private final String lamp = shop.newProduct(PRICE, PIECES);

  private JsonNode settled(String order) {
    return books.assertEachIsPaidOrGivenUp(List.of(order)).get(order);
  }

  private JsonNode payment(String order) {
    return ada.shop().get("/api/payments/" + order).expect(200).body();
  }

  private JsonNode awaitPayment(String order, String status) {
    return Await.until(
        () -> ada.shop().get("/api/payments/" + order).body(),
        payment -> payment.path("status").asString().equals(status));
  }

  private Answer step(String order, String step, String body) {
    return staff.post("/api/orders/" + order + "/" + step, body);
  }

  private String delivered(String card, int quantity) {
    String order = ada.order(lamp, quantity, card);
    ada.awaitOrder(order, "Confirmed");
    step(order, "ship", PARCEL.formatted("T-" + order)).expect(204);
    step(order, "deliver", "").expect(204);
    ada.awaitOrder(order, "Delivered");
    return order;
  }

  @ParameterizedTest
  @ValueSource(strings = {"sandbox-approve", "sandbox-slow", "sandbox-timeout"})
  void confirmed_when_the_payment_is_taken_however_late_the_answer_comes(String card) {
    String order = ada.order(lamp, 3, card);

    JsonNode settled = settled(order);

    assertThat(settled.path("status").asString()).isEqualTo("Confirmed");
    assertThat(payment(order).path("amount").path("amount").asString()).isEqualTo("29.85");
    books.assertStock(lamp, PIECES, List.of(settled));
  }

  @ParameterizedTest
  @CsvSource({
    "sandbox-decline, Failed",
    "sandbox-insufficient-funds, Failed",
    "sandbox-capture-fails, Failed"
  })
  void cancelled_when_the_payment_is_refused(String card, String status) {
    String order = ada.order(lamp, 2, card);

    JsonNode settled = settled(order);

    assertThat(settled.path("status").asString()).isEqualTo("Cancelled");
    assertThat(settled.path("cancellationReason").asString()).isNotBlank();
    awaitPayment(order, status);
    books.assertStock(lamp, PIECES, List.of(settled));
  }

  @Test
  void cancelled_without_a_payment_when_there_is_not_enough() {
    String order = ada.order(lamp, PIECES + 1, "sandbox-approve");

    JsonNode settled = settled(order);

    assertThat(settled.path("status").asString()).isEqualTo("Cancelled");
    assertThat(settled.path("cancellationReason").asString()).contains("insufficient-stock");
    ada.shop().get("/api/payments?orderId=" + order).expect(200);
    books.assertStock(lamp, PIECES, List.of(settled));
  }

  @Test
  void cancelled_as_a_whole_when_only_a_part_is_there() {
    String rare = shop.newProduct(PRICE, 1);
    String cart = ada.cartWith(lamp, 4);
    ada.shop().post("/api/carts/" + cart + "/items", Shop.item(rare, 2)).expect(204);
    String order = ada.checkOut(cart).expect(202).text("orderId");

    JsonNode settled = settled(order);

    assertThat(settled.path("status").asString()).isEqualTo("Cancelled");
    books.assertStock(lamp, PIECES, List.of(settled));
    books.assertStock(rare, 1, List.of(settled));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sandbox-slow", "sandbox-timeout", "sandbox-approve"})
  void cancelled_by_the_customer_while_the_payment_is_under_way(String card) {
    String order = ada.order(lamp, 2, card);
    Await.until(
        () -> ada.shop().post("/api/orders/" + order + "/cancel", WHY).status(),
        status -> status == 204);

    JsonNode settled = settled(order);

    assertThat(settled.path("status").asString()).isEqualTo("Cancelled");
    assertThat(settled.path("cancellationReason").asString()).isEqualTo("changed my mind");
    books.assertStock(lamp, PIECES, List.of(settled));
  }

  @Test
  void cancelled_by_staff_after_it_was_paid_with_the_money_and_the_goods_back() {
    String order = ada.order(lamp, 2, "sandbox-approve");
    ada.awaitOrder(order, "Confirmed");
    step(order, "cancel", WHY).expect(204);
    awaitPayment(order, "Refunded");

    JsonNode settled = settled(order);

    assertThat(settled.path("status").asString()).isEqualTo("Cancelled");
    assertThat(payment(order).path("refundedAmount").path("amount").asString()).isEqualTo("19.90");
    books.assertStock(lamp, PIECES, List.of(settled));
  }

  @Test
  void delivered_by_the_scan_of_its_carrier_and_never_cancelled_then() {
    String order = ada.order(lamp, 1, "sandbox-approve");
    ada.awaitOrder(order, "Confirmed");
    step(order, "ship", PARCEL.formatted("T-" + order)).expect(204);
    assertThat(step(order, "cancel", WHY).expect(409).text("code"))
        .isEqualTo("order-not-cancellable");
    shop.as("service")
        .post(
            "/api/events",
            """
            {"eventId": "%s", "eventType": "ParcelScanned",
             "data": {"orderId": "%s", "trackingNumber": "T-%s", "carrier": "Parcel Express",
                      "scan": "DELIVERED", "at": "2026-11-25T10:00:00Z"}}"""
                .formatted(UUID.randomUUID(), order, order))
        .expect(201);

    JsonNode seen = ada.awaitOrder(order, "Delivered").body();

    assertThat(seen.path("trackingNumber").asString()).isEqualTo("T-" + order);
    assertThat(step(order, "cancel", WHY).expect(409).text("code"))
        .isEqualTo("order-not-cancellable");
  }

  @Test
  void returned_in_part_with_that_part_refunded_and_on_the_shelf() {
    String order = delivered("sandbox-approve", 3);
    String part =
        "{\"reason\": \"cracked\", \"items\": [{\"productId\": \"%s\", \"quantity\": 1}]}";

    ada.shop().post("/api/orders/" + order + "/return", part.formatted(lamp)).expect(204);

    JsonNode payment = awaitPayment(order, "PartiallyRefunded");
    assertThat(payment.path("refundedAmount").path("amount").asString()).isEqualTo(PRICE);
    awaitOnHand(PIECES - 2);
  }

  @Test
  void returned_as_a_whole_with_all_refunded() {
    String order = delivered("sandbox-approve", 3);

    ada.shop().post("/api/orders/" + order + "/return", "{\"reason\": \"cracked\"}").expect(204);

    JsonNode payment = awaitPayment(order, "Refunded");
    assertThat(payment.path("refundedAmount")).isEqualTo(payment.path("amount"));
    awaitOnHand(PIECES);
  }

  private void awaitOnHand(int pieces) {
    Await.until(
        () -> staff.get("/api/products/" + lamp + "/stock").body().path("onHand").asInt(),
        onHand -> onHand == pieces);
  }
}
