package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.TopicReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A carrier publishes what it has seen of a parcel, from outside. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CarrierTellsOfAParcelIT {

  private final RunningPlatform platform = RunningPlatform.shared();
  private final Shop shop = Shop.at(platform.baseUri());
  private final Shop carrier = shop.as("service");
  private final String parcel = "P" + UUID.randomUUID();
  private final String stream = "/api/eventstore/events/Shipment/" + parcel;

  private String scan(String eventId, String scan) {
    return """
    {"eventId": "%s", "eventType": "ParcelScanned",
     "data": {"orderId": "order-1", "trackingNumber": "%s", "carrier": "Parcel Express",
              "scan": "%s", "at": "2026-11-03T10:05:30Z"}}
    """
        .formatted(eventId, parcel, scan);
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.expect(status).text("code")).isEqualTo(code);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void its_scans_are_stored_published_and_replayed() {
    String first = newId();
    String second = newId();
    String body = "[" + scan(first, "PICKED_UP") + "," + scan(second, "DELIVERED") + "]";

    Answer told = carrier.post("/api/events", body).expect(201);

    assertThat(told.body().path("events").findValuesAsString("eventId"))
        .isEqualTo(List.of(first, second));
    List<ConsumerRecord<String, String>> published =
        TopicReader.read(platform.kafka(), "shipments.events", parcel, 2);
    assertThat(published)
        .extracting(record -> TopicReader.headers(record).get("ce_id"))
        .containsExactly(first, second);
    Shop auditor = shop.as("auditor");
    JsonNode items = auditor.get(stream).expect(200).body().path("items");
    assertThat(items.findValuesAsString("eventId")).isEqualTo(List.of(first, second));
    JsonNode state =
        auditor
            .get("/api/eventstore/replay/Shipment/" + parcel)
            .expect(200)
            .body()
            .path("reconstructedState");
    assertThat(state.path("scan").asString()).isEqualTo("DELIVERED");
  }

  @Test
  void a_repeat_has_no_second_effect_and_the_same_answer() {
    String body = scan(newId(), "PICKED_UP");

    JsonNode before = carrier.post("/api/events", body).expect(201).body().at("/events/0");
    JsonNode again = carrier.post("/api/events", body).expect(201).body().at("/events/0");

    assertThat(before.path("repeated").asBoolean()).isFalse();
    assertThat(again.path("repeated").asBoolean()).isTrue();
    assertThat(again.path("sequence")).isEqualTo(before.path("sequence"));
    assertProblem(
        carrier.post("/api/events", body.replace("PICKED_UP", "RETURNED")), 422, "event-id-reused");
  }

  @Test
  void it_goes_on_with_a_stream_at_the_sequence_that_it_knows() {
    String body = scan(newId(), "PICKED_UP");
    Answer first = carrier.post(stream, body, Map.of("If-Match", "\"0\"")).expect(201);

    assertThat(first.sequence()).isEqualTo(1);
    assertThat(first.header("Location")).isEqualTo(stream);
    assertThat(carrier.post(stream, body, Map.of("If-Match", "\"0\"")).expect(201).sequence())
        .isEqualTo(1);
    String next = scan(newId(), "DELIVERED");
    assertProblem(carrier.post(stream, next, Map.of("If-Match", "\"0\"")), 412, "stale-version");
    assertProblem(carrier.post(stream, next, Map.of("If-Match", "zero")), 400, "malformed");
    assertProblem(
        carrier.post("/api/events", next, Map.of("If-Match", "\"0\"")), 412, "stale-version");
    carrier.post("/api/events", next, Map.of("If-Match", "\"1\"")).expect(201);
    assertThat(carrier.post(stream, next, Map.of("If-Match", "\"1\"")).expect(201).sequence())
        .isEqualTo(2);
  }

  @Test
  void what_is_wrong_is_named_and_nothing_is_stored() {
    String body = "[" + scan(newId(), "PICKED_UP") + "," + scan(newId(), "LOST") + "]";

    Answer answer = carrier.post("/api/events", body);

    assertProblem(answer, 400, "malformed");
    assertThat(answer.body().path("errors").findValuesAsString("field"))
        .isEqualTo(List.of("[1].data.scan"));
    shop.as("auditor").get(stream).expect(404);
  }

  @Test
  void a_thousand_scans_come_in_one_request_and_one_more_does_not() {
    String all =
        IntStream.range(0, 1_000)
            .mapToObj(n -> scan(newId(), "IN_TRANSIT").replace(parcel, parcel + "-" + n % 10))
            .collect(Collectors.joining(",", "[", "]"));
    assertThat(all.length()).isGreaterThan(4 * 65_536);

    Answer told = carrier.post("/api/events", all).expect(201);

    assertThat(told.body().path("events")).hasSize(1_000);
    String oneMore = all.replace("]", "," + scan(newId(), "DELIVERED") + "]");
    assertProblem(carrier.post("/api/events", oneMore), 413, "too-large");
  }

  @Test
  void a_large_body_is_taken_where_many_events_are_and_from_no_other() {
    String large = "[" + scan(newId(), "PICKED_UP") + " ".repeat(100_000) + "]";

    carrier.post("/api/events", large).expect(201);
    carrier.post(stream, large).expect(201);
    assertProblem(shop.as("staff").post("/api/events", large), 403, "forbidden");
    assertProblem(shop.as("staff").post("/api/products", large), 413, "too-large");
    assertProblem(carrier.post("/api/events", " ".repeat(4_194_305)), 413, "too-large");
    assertProblem(carrier.post(stream, " ".repeat(4_194_305)), 413, "too-large");
  }

  @Test
  void it_speaks_for_nobody_else() {
    String order = scan(newId(), "DELIVERED").replace("ParcelScanned", "OrderDelivered");
    String created = order.replace("OrderDelivered", "OrderCreated");
    String body = scan(newId(), "DELIVERED");

    assertProblem(carrier.post("/api/events", created), 403, "not-external");
    assertProblem(carrier.post("/api/eventstore/events/Order/order-1", body), 403, "not-external");
    assertProblem(carrier.post("/api/eventstore/events/Nothing/x", body), 404, "not-found");
    assertProblem(carrier.post("/api/eventstore/events/Shipment/other", body), 422, "other-stream");
    assertProblem(
        carrier.post("/api/events", body.replace("ParcelScanned", "ParcelLost")),
        422,
        "unknown-event-type");
    assertProblem(shop.as("staff").post("/api/events", body), 403, "forbidden");
    assertProblem(shop.post("/api/events", body), 401, "unauthenticated");
  }

  @Test
  void everybody_may_read_what_lies_on_kafka() {
    Answer document = shop.get("/asyncapi").expect(200);

    assertThat(document.header("Content-Type")).startsWith("application/json");
    assertThat(document.text("asyncapi")).isEqualTo("3.0.0");
    assertThat(document.body().at("/servers/kafka-1/host").asString()).isEqualTo(platform.kafka());
    assertThat(document.body().at("/channels/shipments.events/messages").propertyNames())
        .containsExactly("ParcelScanned.v1");
    shop.post("/asyncapi", "{}").expect(405);
  }
}
