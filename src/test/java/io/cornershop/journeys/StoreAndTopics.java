package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Await;
import io.cornershop.testing.Shop;
import io.cornershop.testing.TopicHistory;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Compares what the store has with what Kafka tells. */
final class StoreAndTopics {

  private static final Duration PUBLISHED = Duration.ofSeconds(60);
  private static final Map<String, String> TOPICS =
      Map.of(
          "Customer", "customers.events",
          "Cart", "carts.events",
          "Order", "orders.events",
          "Stock", "inventory.events",
          "Payment", "payments.events",
          "Saga", "sagas.events");

  private StoreAndTopics() {}

  /** Everything is published, each aggregate's events in order and none missing. */
  static void assertAgree(Shop shop, String kafka) {
    Shop operator = shop.as("operator");
    Await.until(
        PUBLISHED,
        () -> operator.get("/api/relay").expect(200).body().path("outboxPending").asLong(),
        pending -> pending == 0);
    Shop auditor = shop.as("auditor");
    JsonNode counts = auditor.get("/api/eventstore/stats").body().path("byAggregateType");
    TOPICS.forEach(
        (type, topic) -> {
          TopicHistory history = TopicHistory.of(kafka, topic);
          assertThat(history.disordered()).as(topic).isEmpty();
          assertThat(history.events()).as(topic).isEqualTo(countOf(counts, type));
        });
    assertThat(auditor.get("/api/eventstore/verify").expect(200).body().path("findings")).isEmpty();
  }

  private static long countOf(JsonNode counts, String type) {
    return counts.path(type).path("events").asLong();
  }
}
