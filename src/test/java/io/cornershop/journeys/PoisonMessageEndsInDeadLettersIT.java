package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.cornershop.json.Json;
import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.TopicReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody writes rubbish to a topic, and an operator clears it away. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PoisonMessageEndsInDeadLettersIT {

  private static final String CONSUMER = "projections";
  private static final byte[] RUBBISH = "no event".getBytes(StandardCharsets.UTF_8);

  private final RunningPlatform platform = RunningPlatform.shared();
  private final Shop shop = Shop.at(platform.baseUri());
  private final Shop operator = shop.as("operator");
  private final Shop.Customer customer = shop.newCustomer();
  private final String cart = customer.cartWith("cup-white", 1);

  @Test
  void what_comes_behind_it_waits_and_goes_on_when_it_is_discarded() {
    sendRubbish();
    String parked = awaitParked();
    customer.shop().post("/api/carts/" + cart + "/items", Shop.item("milk-jug", 1)).expect(204);
    Await.holds(
        "the next event waits", () -> letter(parked).body().path("waitingBehind").asInt() > 0);
    String waiting = idsIn("WAITING").getFirst();
    assertThat(Json.TOLERANT.readTree(letter(waiting).body().at("/payload/text").asString()))
        .isEqualTo(lastEvent());
    assertThat(chunks(parked) + " " + chunks(waiting)).isEqualTo("1 0");
    assertThat(
            operator.post("/api/dead-letters/" + waiting + "/retry", "").expect(409).text("code"))
        .isEqualTo("dead-letter-waits");

    operator
        .post("/api/dead-letters/" + parked + "/discard", "{\"reason\": \"rubbish of a test\"}")
        .expect(202);

    Await.holds("it is given up", () -> letter(parked).text("state").equals("DISCARDED"));
    Await.holds("the next is handled", () -> letter(waiting).text("state").equals("RETRIED"));
    assertThat(
            items(shop.as("auditor").get("/api/admin/audit?limit=500"))
                .filter(entry -> entry.path("target").asString().equals(parked))
                .map(
                    entry ->
                        entry.path("action").asString() + ": " + entry.path("reason").asString()))
        .containsExactly("dead-letter.discard: rubbish of a test");
  }

  @Test
  void it_is_shown_as_it_came_tried_again_and_handled_once_its_bytes_are_right() {
    sendRubbish();
    String parked = awaitParked();
    Answer shown = letter(parked);
    assertThat(shown.body().path("payload"))
        .isEqualTo(
            Json.TOLERANT.valueToTree(
                Map.of("base64", Base64.getEncoder().encodeToString(RUBBISH), "text", "no event")));
    assertThat(shown.text("topic") + " " + shown.text("key")).isEqualTo("carts.events " + cart);
    int attempts = shown.body().path("attempts").asInt();
    Await.holds("a copy lies on the topic of dead letters", () -> copies(parked) == 1);

    operator.post("/api/dead-letters/" + parked + "/retry", "").expect(202);
    Await.holds(
        "it has failed again",
        () -> letter(parked).body().path("attempts").asInt() == attempts + 1);
    assertThat(letter(parked).text("state")).isEqualTo("PARKED");

    operator.put("/api/dead-letters/" + parked + "/payload", payload(firstEvent())).expect(202);
    Await.holds("it is handled", () -> letter(parked).text("state").equals("RETRIED"));
    assertThat(letter(parked).body().at("/originalPayload/text").asString()).isEqualTo("no event");
    assertThat(letter(parked).body().at("/payload/text").asString()).isEqualTo(firstEvent());
  }

  @Test
  void only_operators_see_it() {
    assertThat(customer.shop().get("/api/dead-letters").status()).isEqualTo(403);
    assertThat(shop.as("auditor").get("/api/dead-letters").status()).isEqualTo(403);
    assertThat(operator.get("/api/dead-letters/" + UUID.randomUUID()).expect(404).text("code"))
        .isEqualTo("not-found");
  }

  private void sendRubbish() {
    Map<String, Object> brokers = Map.of("bootstrap.servers", platform.kafka());
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(brokers, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("carts.events", cart, RUBBISH));
    }
  }

  private long copies(String letter) {
    return TopicReader.readAll(platform.kafka(), "carts.events.dlq").stream()
        .filter(copy -> letter.equals(header(copy, "dead-letter-id")))
        .filter(copy -> cart.equals(copy.key()) && "no event".equals(copy.value()))
        .count();
  }

  private static String header(ConsumerRecord<String, String> copy, String name) {
    return new String(copy.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private String firstEvent() {
    return eventsOfCart().getFirst().toString();
  }

  private JsonNode lastEvent() {
    return eventsOfCart().getLast();
  }

  private List<JsonNode> eventsOfCart() {
    return items(shop.as("auditor").get("/api/eventstore/events/Cart/" + cart)).toList();
  }

  /** Bytes that lie beside a letter; what the event store has is not there. */
  private long chunks(String letter) {
    try (MongoClient database = MongoClients.create(platform.mongoUri())) {
      return database
          .getDatabase("cornershop")
          .getCollection("dead_letter_payloads")
          .countDocuments(new Document("_id", letter + "/0/0"));
    }
  }

  private static String payload(String text) {
    return Json.TOLERANT.writeValueAsString(Map.of("text", text, "reason", "written by hand"));
  }

  private String awaitParked() {
    return Await.until(() -> idsIn("PARKED"), ids -> ids.size() == 1).getFirst();
  }

  private List<String> idsIn(String state) {
    String query = "?consumer=%s&state=%s&key=%s".formatted(CONSUMER, state, cart);
    return items(operator.get("/api/dead-letters" + query))
        .map(item -> item.path("id").asString())
        .toList();
  }

  private Answer letter(String id) {
    return operator.get("/api/dead-letters/" + id).expect(200);
  }

  private static Stream<JsonNode> items(Answer answer) {
    return StreamSupport.stream(answer.expect(200).body().path("items").spliterator(), false);
  }
}
