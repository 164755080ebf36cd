package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.Shop;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What must add up when all is done: orders with their processes, with money, and with stock. */
final class Books {

  /** Longer than a new node needs to take over, and a backlog of a few hundred orders. */
  private static final Duration DONE = Duration.ofSeconds(120);

  private static final Set<String> ENDS = Set.of("SagaCompleted", "SagaCompensationCompleted");
  private static final String CANCELLED = "Cancelled";
  private static final Set<String> GONE = Set.of(CANCELLED, "Returned");
  private static final String NONE = "none";
  private static final Set<String> FREE = Set.of(NONE, "Failed", "Voided", "Refunded");

  private final Shop staff;
  private final Shop auditor;

  Books(Shop shop) {
    staff = shop.as("staff");
    auditor = shop.as("auditor");
  }

  /** Each process ends; its order is then sold and paid, or given up and not paid. */
  Map<String, JsonNode> assertEachIsPaidOrGivenUp(Collection<String> orders) {
    orders.forEach(this::awaitEnd);
    Map<String, JsonNode> found =
        orders.stream().distinct().collect(Collectors.toMap(Function.identity(), this::settled));
    found.forEach(this::assertMoney);
    return found;
  }

  private void awaitEnd(String order) {
    Await.until(DONE, () -> lastOf("Saga", order), ENDS::contains);
  }

  private String lastOf(String type, String id) {
    String path = "/api/eventstore/events/%s/%s?direction=backward&limit=1".formatted(type, id);
    Answer last = auditor.get(path);
    return last.status() == 404
        ? NONE
        : last.expect(200).body().path("items").path(0).path("eventType").asString();
  }

  /** The order as it is read, with all that was stored of it. */
  private JsonNode settled(String order) {
    long sequence =
        auditor
            .get("/api/eventstore/replay/Order/" + order)
            .expect(200)
            .body()
            .path("eventCount")
            .asLong();
    return Await.until(
            DONE,
            () -> staff.get("/api/orders/%s?minSequence=%d&wait=5s".formatted(order, sequence)),
            answer -> answer.status() == 200)
        .body();
  }

  private void assertMoney(String id, JsonNode order) {
    String status = order.path("status").asString();
    assertThat(status).as(id).isIn("Confirmed", "Shipped", "Delivered", "Returned", CANCELLED);
    if (GONE.contains(status)) {
      Await.until(DONE, () -> payment(id).path("status").asString(NONE), FREE::contains);
    } else {
      JsonNode payment =
          Await.until(
              DONE, () -> payment(id), p -> p.path("status").asString().equals("Completed"));
      assertThat(payment.path("amount")).as(id).isEqualTo(order.path("totalAmount"));
    }
  }

  private JsonNode payment(String order) {
    Answer payment = staff.get("/api/payments/" + order);
    return payment.status() == 404 ? MissingNode.getInstance() : payment.expect(200).body();
  }

  /** What was delivered is on the shelf, or was sold; nothing is promised any more. */
  void assertStock(String product, int delivered, Collection<JsonNode> orders) {
    int sold =
        orders.stream()
            .filter(Books::isKept)
            .flatMap(order -> order.path("items").valueStream())
            .filter(item -> item.path("productId").asString().equals(product))
            .mapToInt(item -> item.path("quantity").asInt())
            .sum();
    List<Integer> due = List.of(delivered - sold, 0);
    Await.until(DONE, () -> stock(product), due::equals);
  }

  /** Whether its customer has the goods, or will get them. */
  static boolean isKept(JsonNode order) {
    return !GONE.contains(order.path("status").asString());
  }

  private List<Integer> stock(String product) {
    JsonNode stock = staff.get("/api/products/" + product + "/stock").body();
    return List.of(stock.path("onHand").asInt(-1), stock.path("reserved").asInt(-1));
  }
}
