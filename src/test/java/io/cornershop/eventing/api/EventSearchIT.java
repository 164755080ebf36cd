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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What auditors find in the whole store over HTTP, by the example of a product with a history. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventSearchIT {

  private static final String STORE = "/api/eventstore";
  private static final String EVENTS = STORE + "/events";

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());
  private final Shop auditor = shop.as("auditor");
  private final String correlationId = "search-" + UUID.randomUUID();
  private final String product = PricedProduct.add(shop, correlationId);
  private List<JsonNode> history;

  @BeforeEach
  void everything_has_a_position() {
    history =
        Await.until(
            () -> all(EVENTS + "/Product/" + product + "?limit=50"),
            events -> events.size() == 3 && events.getLast().has("position"));
  }

  private List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    Optional<String> next = Optional.of(path);
    while (next.isPresent()) {
      Answer page = auditor.get(next.get()).expect(200);
      items.addAll(page.body().path("items").valueStream().toList());
      next =
          page.body().has("next")
              ? Optional.of(path + "&after=" + page.text("next"))
              : Optional.empty();
    }
    return items;
  }

  private static boolean isIn(List<JsonNode> events, JsonNode event) {
    return events.contains(event);
  }

  @Test
  void an_event_is_found_by_its_id() {
    JsonNode second = history.get(1);

    Answer found = auditor.get(EVENTS + "/" + second.path("eventId").asString()).expect(200);

    assertThat(found.body()).isEqualTo(second);
    auditor.get(EVENTS + "/" + UUID.randomUUID()).expect(404);
    auditor.get(EVENTS + "/no-uuid").expect(400);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 500})
  void all_events_of_a_type_are_listed_by_position(int limit) {
    List<JsonNode> changes = all(EVENTS + "/type/ProductPriceChanged?limit=" + limit);

    assertThat(changes).extracting(e -> e.path("position").asLong()).isSorted();
    assertThat(changes).doesNotHaveDuplicates().contains(history.get(1), history.get(2));
    assertThat(isIn(changes, history.get(0))).isFalse();
    assertThat(changes)
        .allMatch(event -> event.path("eventType").asString().equals("ProductPriceChanged"));
  }

  @Test
  void what_a_request_caused_is_listed() {
    assertThat(all(EVENTS + "/correlation/" + correlationId + "?limit=1"))
        .isEqualTo(List.of(history.get(0)));
    assertThat(all(EVENTS + "/correlation/unheard-of?limit=1")).isEmpty();
  }

  @Test
  void a_time_is_listed_with_its_beginning_and_without_its_end() {
    String first = history.get(0).path("timestamp").asString();
    String last = history.get(2).path("timestamp").asString();

    List<JsonNode> from = all(EVENTS + "/date-range?limit=500&from=" + first);
    List<JsonNode> until = all(EVENTS + "/date-range?limit=500&from=" + first + "&to=" + last);

    assertThat(from).containsAll(history);
    assertThat(isIn(until, history.get(2))).isFalse();
    assertThat(all(EVENTS + "/date-range?limit=500&to=2020-01-01T00:00:00Z")).isEmpty();
  }

  @Test
  void a_replay_shows_the_events_from_a_date_and_the_state_of_all() {
    String last = history.get(2).path("timestamp").asString();

    JsonNode replay =
        auditor.get(STORE + "/replay/Product/" + product + "?fromDate=" + last).expect(200).body();

    assertThat(replay.path("events").valueStream().toList()).contains(history.get(2));
    assertThat(replay.path("eventCount").asInt()).isEqualTo(replay.path("events").size());
    assertThat(replay.path("reconstructedState").toString()).contains("\"12.00\"");
  }

  @Test
  void the_statistics_count_every_event_and_stream() {
    JsonNode before = auditor.get(STORE + "/stats").expect(200).body();
    PricedProduct.add(shop, correlationId);
    JsonNode after =
        Await.until(
            () -> auditor.get(STORE + "/stats").expect(200).body(),
            now -> events(now) >= events(before) + 3);

    assertThat(streams(after)).isGreaterThan(streams(before));
    assertThat(after.path("lastPosition").asLong())
        .isGreaterThan(before.path("lastPosition").asLong());
    assertThat(after.path("totalEvents").asLong())
        .isGreaterThanOrEqualTo(before.path("totalEvents").asLong() + 3);
  }

  private static long events(JsonNode statistics) {
    return statistics.path("byAggregateType").path("Product").path("events").asLong();
  }

  private static long streams(JsonNode statistics) {
    return statistics.path("byAggregateType").path("Product").path("streams").asLong();
  }

  @Test
  void what_nobody_has_touched_is_sound() {
    JsonNode stream = auditor.get(STORE + "/verify/Product/" + product).expect(200).body();
    assertThat(stream.path("sound").asBoolean()).isTrue();
    assertThat(stream.path("checked").asInt()).isEqualTo(3);

    Optional<String> after = Optional.of("");
    while (after.isPresent()) {
      JsonNode page = auditor.get(STORE + "/verify?limit=20" + after.get()).expect(200).body();
      assertThat(page.path("findings").valueStream().toList()).isEmpty();
      after = Optional.ofNullable(page.get("next")).map(next -> "&after=" + next.asString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/events/type/Nothing, 404, not-found",
    "/verify/Nothing/x, 404, not-found",
    "/verify/Product/nothing-here, 404, not-found",
    "/events?limit=-1, 400, malformed",
    "/events/type/ProductAdded?limit=501, 400, malformed",
    "/events/type/ProductAdded?after=nonsense, 400, malformed",
    "/events/date-range?from=yesterday, 400, malformed",
    "/events/date-range?from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z, 400, malformed",
    "/replay/Product/x?fromDate=2026-11-02T00:00:00Z&asOf=2026-11-01T00:00:00Z, 400, malformed",
    "/replay/Product/x?asOfSequence=-1, 400, malformed",
    "/verify?after=nonsense, 400, malformed"
  })
  void a_question_that_makes_no_sense_is_answered_as_a_problem(
      String path, int status, String code) {
    assertThat(auditor.get(STORE + path).expect(status).text("code")).isEqualTo(code);
  }

  @Test
  void a_cursor_goes_on_in_its_own_list_only() {
    String next = auditor.get(EVENTS + "?limit=1").expect(200).text("next");

    auditor.get(EVENTS + "?limit=1&after=" + next).expect(200);
    auditor.get(EVENTS + "/type/ProductAdded?after=" + next).expect(400);
    auditor.get(EVENTS + "/Product/" + product + "?after=" + next).expect(400);
    auditor.get(STORE + "/verify?after=" + next).expect(400);
  }

  @Test
  void operators_may_read_and_others_may_not() {
    shop.as("operator").get(STORE + "/stats").expect(200);
    shop.as("operator").get(EVENTS + "?limit=1").expect(200);
    shop.as("staff").get(STORE + "/verify").expect(403);
    shop.as("customer").get(EVENTS + "/type/ProductAdded").expect(403);
    shop.get(STORE + "/stats").expect(401);
  }
}
