package io.cornershop.eventing.api.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The order process over HTTP: what operators see of it, and what they do with it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OperatorsHoldTheProcessIT {

  private static final String SAGAS = "/api/sagas";
  private static final String REASON = "{\"reason\": \"the customer called\"}";

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());
  private final Shop operator = shop.as("operator");
  private final Customer ada = shop.newCustomer();

  private String confirmed(String card) {
    String order = ada.order(shop.newProduct("18.90", 20), 2, card);
    ada.awaitOrder(order, "Confirmed");
    awaitSaga(order, "COMPLETED");
    return order;
  }

  private JsonNode awaitSaga(String id, String state) {
    return Await.until(() -> operator.get(SAGAS + "/" + id), answer -> isIn(answer, state)).body();
  }

  private static boolean isIn(Answer saga, String state) {
    return saga.status() == 200 && saga.text("state").equals(state);
  }

  private JsonNode awaitListed(String query) {
    return Await.until(
            () -> operator.get(SAGAS + query).expect(200).body().path("items"),
            items -> !items.isEmpty())
        .path(0);
  }

  private static List<String> texts(JsonNode list, String field) {
    return list.valueStream().map(entry -> entry.path(field).asString()).toList();
  }

  private static void assertProblem(Answer answer, int status, String code) {
    answer.expect(status);
    assertThat(answer.text("code")).isEqualTo(code);
  }

  private Answer compensate(String id) {
    return operator.post(SAGAS + "/" + id + "/compensate", REASON);
  }

  private Answer retry(String id) {
    return operator.post(SAGAS + "/" + id + "/retry", "");
  }

  @Test
  void a_process_is_listed_and_shown_with_all_that_it_has_done() {
    String order = confirmed("sandbox-approve");

    JsonNode listed = awaitListed("?state=COMPLETED&sagaType=order-fulfilment&orderId=" + order);
    JsonNode saga = operator.get(SAGAS + "/" + order).expect(200).body();

    assertThat(listed.path("sagaId").asString()).isEqualTo(order);
    assertThat(listed.path("startedAt")).isEqualTo(saga.path("startedAt"));
    assertThat(texts(saga.path("history"), "what"))
        .containsExactly("started", "done", "done", "done", "done", "done", "all done");
    assertThat(texts(saga.path("commands"), "command"))
        .containsExactly(
            "CreateOrder",
            "ReserveStock",
            "ValidateOrder",
            "InitiatePayment",
            "ConfirmOrder",
            "AllocateStock");
    assertThat(saga.path("commands").path(1).path("events").path(0).path("eventType").asString())
        .isEqualTo("StockReserved");
    assertThat(saga.path("payments").path(0).asString()).isEqualTo(order);
    assertThat(saga.path("timers").isEmpty()).isTrue();
    for (String link : List.of("order", "payments", "timeline")) {
      shop.as("staff").get(saga.path("links").path(link).asString()).expect(200);
    }
    for (String link : List.of("correlation", "events")) {
      shop.as("auditor").get(saga.path("links").path(link).asString()).expect(200);
    }
  }

  @Test
  void a_confirmed_order_is_given_up_by_an_operator_and_its_money_is_back() {
    String order = confirmed("sandbox-approve");

    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    Answer first = operator.post(SAGAS + "/" + order + "/compensate", REASON, key).expect(202);
    Answer again = operator.post(SAGAS + "/" + order + "/compensate", REASON, key).expect(202);

    assertThat(first.header("Location")).endsWith("/api/sagas/" + order);
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    JsonNode saga = awaitSaga(order, "COMPENSATED");
    assertThat(saga.path("reason").asString()).isNotEmpty();
    JsonNode cancelled = ada.awaitOrder(order, "Cancelled").body();
    assertThat(cancelled.path("cancellationReason").asString()).isEqualTo("the customer called");
    Await.until(() -> ada.shop().get("/api/payments/" + order).text("status"), "Refunded"::equals);
    assertProblem(compensate(order), 409, "saga-not-compensable");
    assertThat(audited(order)).containsExactly("saga.compensate", "saga.compensate");
  }

  private List<String> audited(String target) {
    return operator
        .get("/api/admin/audit?limit=200")
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .filter(entry -> entry.path("target").asString().equals(target))
        .map(entry -> entry.path("action").asString())
        .toList();
  }

  @Test
  void what_is_shipped_is_not_given_up() {
    String order = confirmed("sandbox-approve");
    shop.as("staff")
        .post(
            "/api/orders/" + order + "/ship",
            "{\"trackingNumber\": \"T-%s\", \"carrier\": \"DHL\"}".formatted(order))
        .expect(204);

    assertProblem(compensate(order), 409, "order-not-cancellable");
    assertProblem(retry(order), 409, "saga-not-retryable");
    assertThat(awaitSaga(order, "COMPLETED").path("history").size()).isEqualTo(7);
  }

  @Test
  void a_process_that_can_go_neither_on_nor_back_waits_for_an_operator_and_is_taken_up() {
    String order = confirmed("sandbox-refund-fails");
    ada.shop().post("/api/orders/" + order + "/cancel", REASON).expect(204);
    JsonNode stuck = awaitSaga(order, "COMPENSATION_FAILED");

    assertThat(stuck.path("step").asString()).isEqualTo("ProcessPayment");
    assertThat(stuck.path("reason").asString()).isEqualTo("PaymentRefundFailed");
    JsonNode listed =
        awaitListed("?state=COMPENSATION_FAILED&step=ProcessPayment&orderId=" + order);
    assertThat(listed.path("sagaId").asString()).isEqualTo(order);
    JsonNode type = operator.get(SAGAS + "/statistics").expect(200).body().path("types").path(0);
    assertThat(type.path("sagaType").asString()).isEqualTo("order-fulfilment");
    assertThat(type.path("needingOperator").asLong()).isPositive();
    assertProblem(compensate(order), 409, "saga-not-compensable");

    retry(order).expect(202);
    JsonNode again =
        Await.until(
            () -> operator.get(SAGAS + "/" + order).expect(200).body(),
            saga ->
                saga.path("history").size() > stuck.path("history").size() + 1
                    && saga.path("state").asString().equals("COMPENSATION_FAILED"));
    assertThat(texts(again.path("history"), "what"))
        .contains("taken up: Retried by an operator")
        .endsWith("needs an operator: PaymentRefundFailed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?state=STUCK",
        "?state=running",
        "?olderThan=soon",
        "?olderThan=-5m",
        "?orderId=a%20b",
        "?limit=501",
        "?limit=0",
        "?after=e30"
      })
  void a_list_with_a_wrong_value_is_malformed(String query) {
    assertProblem(operator.get(SAGAS + query), 400, "malformed");
  }

  @Test
  void pages_go_on_where_the_last_one_has_ended() {
    String first = confirmed("sandbox-approve");
    String second = confirmed("sandbox-approve");
    awaitListed("?orderId=" + second);

    JsonNode page = operator.get(SAGAS + "?limit=1").expect(200).body();
    JsonNode next =
        operator.get(SAGAS + "?limit=1&after=" + page.path("next").asString()).expect(200).body();
    assertThat(List.of(page.path("items").path(0), next.path("items").path(0)))
        .extracting(saga -> saga.path("orderId").asString())
        .containsExactly(second, first);
    assertThat(operator.get(SAGAS + "?olderThan=3d&orderId=" + first).body().path("items").size())
        .isZero();
  }

  @Test
  void only_operators_change_something_and_only_staff_look_besides() {
    String order = confirmed("sandbox-approve");
    Shop staff = shop.as("staff");
    staff.get(SAGAS).expect(200);
    staff.get(SAGAS + "/" + order).expect(200);
    staff.post(SAGAS + "/" + order + "/retry", "").expect(403);
    staff.post(SAGAS + "/" + order + "/compensate", REASON).expect(403);
    ada.shop().get(SAGAS + "/" + order).expect(403);
    shop.get(SAGAS).expect(401);
  }

  @Test
  void orders_that_have_a_process_are_not_adopted() {
    String order = confirmed("sandbox-approve");

    JsonNode answer = operator.post(SAGAS + "/adopt?limit=500", "").expect(200).body();

    assertThat(texts(answer.path("items"), "orderId")).doesNotContain(order);
    assertThat(texts(answer.path("items"), "result")).doesNotContain("ADOPTED");
    assertThat(awaitSaga(order, "COMPLETED").path("history")).hasSize(7);
    assertProblem(shop.as("staff").post(SAGAS + "/adopt", ""), 403, "forbidden");
  }

  @Test
  void a_wish_that_means_nothing_is_refused() {
    String nobody = "nobody-" + UUID.randomUUID();
    operator.get(SAGAS + "/" + nobody).expect(404);
    retry(nobody).expect(404);
    compensate(nobody).expect(404);
    assertProblem(
        operator.post(SAGAS + "/" + nobody + "/compensate", "{\"reason\": \"\"}"),
        422,
        "invalid-reason");
    operator.post(SAGAS + "/" + nobody + "/compensate", "{}").expect(400);
    assertThat(audited(nobody)).isEmpty();
  }
}
