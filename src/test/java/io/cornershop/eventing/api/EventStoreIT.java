package io.cornershop.eventing.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What auditors read over HTTP, by the example of a product whose price changes twice. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventStoreIT {

  private static final String STORE = "/api/eventstore";

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());
  private final Shop auditor = shop.as("auditor");
  private final String correlationId = "audit-" + UUID.randomUUID();
  private final String product = PricedProduct.add(shop, correlationId);

  @Test
  void a_stream_is_read_in_both_directions() {
    String stream = STORE + "/events/Product/" + product;

    assertThat(sequences(auditor.get(stream))).isEqualTo(List.of(1L, 2L, 3L));
    assertThat(sequences(auditor.get(stream + "?fromSequence=2"))).isEqualTo(List.of(2L, 3L));
    assertThat(sequences(auditor.get(stream + "?direction=backward")))
        .isEqualTo(List.of(3L, 2L, 1L));
  }

  @Test
  void a_stream_is_read_page_by_page() {
    String stream = STORE + "/events/Product/" + product;

    assertThat(pages(stream + "?limit=2", EventStoreIT::sequences))
        .isEqualTo(List.of(List.of(1L, 2L), List.of(3L)));
    assertThat(pages(stream + "?limit=1&direction=backward", EventStoreIT::sequences))
        .isEqualTo(List.of(List.of(3L), List.of(2L), List.of(1L)));
  }

  @Test
  void an_event_says_where_it_comes_from() {
    JsonNode first = auditor.get(STORE + "/events/Product/" + product).body().path("items").path(0);

    assertThat(first.path("eventType").asString()).isEqualTo("ProductAdded");
    assertThat(first.path("aggregateId").asString()).isEqualTo(product);
    assertThat(first.path("version").asInt()).isEqualTo(2);
    assertThat(first.path("data").path("name").asString()).isEqualTo("Teapot");
    assertThat(first.path("metadata").path("correlationId").asString()).isEqualTo(correlationId);
    assertThat(first.path("metadata").path("source").asString()).isEqualTo("api");
  }

  @Test
  void the_whole_store_shows_it_in_the_end_in_the_order_of_positions() {
    List<JsonNode> events = Await.until(this::wholeStore, found -> ofProduct(found).size() == 3);

    assertThat(events).extracting(event -> event.path("position").asLong()).isSorted();
    assertThat(ofProduct(events)).isEqualTo(List.of(1L, 2L, 3L));
  }

  @Test
  void its_state_is_reconstructed_for_now_and_for_an_earlier_time() {
    String replay = STORE + "/replay/Product/" + product;

    JsonNode now = auditor.get(replay).expect(200).body();
    JsonNode before = auditor.get(replay + "?asOfSequence=1").expect(200).body();
    JsonNode never = auditor.get(replay + "?asOf=2020-01-01T00:00:00Z").expect(200).body();

    assertThat(now.path("eventCount").asInt()).isEqualTo(3);
    assertThat(now.path("events").size()).isEqualTo(3);
    assertThat(now.path("reconstructedState").toString()).contains("\"12.00\"");
    assertThat(before.path("reconstructedState").toString()).contains("\"10.00\"");
    assertThat(never.path("eventCount").asInt()).isZero();
  }

  @Test
  void what_does_not_exist_is_not_found() {
    auditor.get(STORE + "/events/Product/nothing-here").expect(404);
    auditor.get(STORE + "/events/Nothing/x").expect(404);
    auditor.get(STORE + "/replay/Product/nothing-here").expect(404);
    auditor.get(STORE + "/replay/Nothing/x").expect(404);
  }

  private List<JsonNode> wholeStore() {
    return pages(STORE + "/events?limit=500", EventStoreIT::items).stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<Long> ofProduct(List<JsonNode> events) {
    return events.stream()
        .filter(event -> event.path("aggregateId").asString().equals(product))
        .filter(event -> event.path("aggregateType").asString().equals("Product"))
        .map(event -> event.path("sequence").asLong())
        .toList();
  }

  private <T> List<T> pages(String path, Function<Answer, T> content) {
    List<T> pages = new ArrayList<>();
    Optional<String> next = Optional.of(path);
    while (next.isPresent()) {
      Answer page = auditor.get(next.get()).expect(200);
      pages.add(content.apply(page));
      next =
          page.body().has("next")
              ? Optional.of(path + "&after=" + page.text("next"))
              : Optional.empty();
    }
    return pages;
  }

  private static List<JsonNode> items(Answer page) {
    return page.body().path("items").valueStream().toList();
  }

  private static List<Long> sequences(Answer page) {
    return items(page.expect(200)).stream().map(e -> e.path("sequence").asLong()).toList();
  }
}
