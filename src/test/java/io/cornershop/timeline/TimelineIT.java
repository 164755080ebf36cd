package io.cornershop.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An order's whole life as one list. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TimelineIT {

  private static final List<String> WHOLE_LIFE =
      List.of(
          "CartCheckedOut",
          "SagaStarted",
          "OrderCreated",
          "SagaStepCompleted",
          "StockReserved",
          "OrderValidated",
          "SagaStepCompleted",
          "PaymentInitiated",
          "PaymentAuthorized",
          "PaymentCompleted",
          "SagaStepCompleted",
          "OrderConfirmed",
          "StockAllocated",
          "SagaStepCompleted",
          "SagaStepCompleted",
          "SagaCompleted",
          "OrderShipped",
          "ParcelScanned",
          "OrderDelivered",
          "OrderReturned",
          "SagaStarted",
          "StockUpdated",
          "SagaStepCompleted",
          "PaymentRefundRequested",
          "PaymentRefunded",
          "SagaStepCompleted",
          "SagaCompleted");

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());
  private final Shop staff = shop.as("staff");
  private final Customer ada = shop.newCustomer();

  private static String timeline(String order) {
    return "/api/orders/" + order + "/timeline";
  }

  private static List<String> types(JsonNode page) {
    return page.path("items")
        .valueStream()
        .map(entry -> entry.path("eventType").asString())
        .toList();
  }

  private JsonNode until(Shop reader, String order, String last) {
    return Await.until(
        () -> reader.get(timeline(order)).expect(200).body(),
        page -> !page.path("items").isEmpty() && types(page).getLast().equals(last));
  }

  private String returned() {
    String order = ada.order(shop.newProduct("18.90", 20), 2, "sandbox-approve");
    ada.awaitOrder(order, "Confirmed");
    until(staff, order, "SagaCompleted");
    String parcel = "T-" + order;
    staff
        .post(
            "/api/orders/" + order + "/ship",
            "{\"trackingNumber\": \"%s\", \"carrier\": \"DHL\"}".formatted(parcel))
        .expect(204);
    shop.as("service").post("/api/events", scan(order, parcel)).expect(201);
    ada.awaitOrder(order, "Delivered");
    ada.shop().post("/api/orders/" + order + "/return", "{\"reason\": \"cracked\"}").expect(204);
    return order;
  }

  private static String scan(String order, String parcel) {
    return """
        {"eventId": "%s", "eventType": "ParcelScanned", "aggregateType": "Shipment",
         "aggregateId": "%s", "version": 1,
         "data": {"orderId": "%s", "trackingNumber": "%s", "carrier": "DHL",
                  "scan": "DELIVERED", "at": "2026-11-01T12:00:00Z"}}"""
        .formatted(UUID.randomUUID(), parcel, order, parcel);
  }

  @Test
  void a_life_from_check_out_to_refund_is_told_in_causal_order() {
    String order = returned();
    JsonNode page =
        Await.until(
            () -> staff.get(timeline(order)).expect(200).body(),
            all -> types(all).stream().filter("SagaCompleted"::equals).count() == 2);

    assertThat(types(page)).isEqualTo(WHOLE_LIFE);
    assertThat(positions(page)).isSorted().doesNotHaveDuplicates();
    assertThat(page.path("items").path(2).path("step").asString()).isEqualTo("CreateOrder");
    assertThat(page.path("items").path(2).path("causationId"))
        .isEqualTo(page.path("items").path(0).path("eventId"));
    assertPaged(order, page);
  }

  private static List<Long> positions(JsonNode page) {
    return page.path("items").valueStream().map(entry -> entry.path("position").asLong()).toList();
  }

  private void assertPaged(String order, JsonNode whole) {
    List<JsonNode> paged = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = staff.get(timeline(order) + "?limit=4" + next).expect(200).body();
      page.path("items").forEach(paged::add);
      next = page.has("next") ? "&after=" + page.path("next").asString() : "";
    } while (!next.isEmpty());
    assertThat(paged).isEqualTo(whole.path("items").valueStream().toList());
  }

  @Test
  void a_customer_sees_its_own_and_is_not_told_how_the_shop_works() {
    String order = ada.order(shop.newProduct("18.90", 20), 2, "sandbox-approve");
    JsonNode mine = until(ada.shop(), order, "OrderConfirmed");

    assertThat(types(mine))
        .containsExactly(
            "CartCheckedOut",
            "OrderCreated",
            "OrderValidated",
            "PaymentInitiated",
            "PaymentAuthorized",
            "PaymentCompleted",
            "OrderConfirmed");
    assertThat(mine.path("items").valueStream())
        .noneMatch(entry -> entry.has("causationId") || entry.has("step"));
    shop.newCustomer().shop().get(timeline(order)).expect(404);
    shop.as("operator").get(timeline(order)).expect(200);
    shop.as("auditor").get(timeline(order)).expect(403);
  }

  @Test
  void the_timeline_hides_no_other_resource_of_an_order() {
    String order = ada.order(shop.newProduct("18.90", 20), 1, "sandbox-approve");
    ada.awaitOrder(order, "Confirmed");
    staff.get("/api/orders?limit=1").expect(200);
    ada.shop().post("/api/orders/" + order + "/cancel", "{\"reason\": \"no\"}").expect(204);
  }

  @Test
  void of_an_order_that_nobody_was_promised_there_is_none() {
    staff.get(timeline("nobody")).expect(404);
    ada.shop().get(timeline("nobody")).expect(404);
    staff.get(timeline("nobody") + "?after=e30").expect(400);
    staff.get(timeline("nobody") + "?limit=501").expect(400);
  }
}
