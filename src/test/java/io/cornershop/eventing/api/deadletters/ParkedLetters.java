package io.cornershop.eventing.api.deadletters;

import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;

/** Letters on a running platform, made of records that nobody can read. */
final class ParkedLetters {

  static final String LETTERS = "/api/dead-letters";
  static final byte[] RUBBISH = "no event".getBytes(StandardCharsets.UTF_8);

  private final RunningPlatform platform;
  private final Shop operator;
  private final List<String> keys = new ArrayList<>();

  ParkedLetters(RunningPlatform platform) {
    this.platform = platform;
    this.operator = Shop.at(platform.baseUri()).as("operator");
  }

  Shop operator() {
    return operator;
  }

  /** A key with so many records, the first of which is parked; the others wait behind it. */
  String key(int records) {
    String key = "rubbish-" + UUID.randomUUID();
    keys.add(key);
    Map<String, Object> brokers = Map.of("bootstrap.servers", platform.kafka());
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(brokers, new StringSerializer(), new ByteArraySerializer())) {
      for (int n = 0; n < records; n++) {
        producer.send(new ProducerRecord<>("carts.events", key, RUBBISH));
      }
    }
    Await.holds("all are held", () -> ids(key, "").size() == records);
    return key;
  }

  /** The only letter of a new key. */
  String parked() {
    return ids(key(1), "&state=PARKED").getFirst();
  }

  List<String> ids(String key, String filter) {
    return items(operator.get(LETTERS + "?consumer=projections&key=" + key + filter))
        .map(item -> item.path("id").asString())
        .toList();
  }

  static Stream<JsonNode> items(Answer page) {
    return page.expect(200).body().path("items").valueStream();
  }

  Answer show(String id) {
    return operator.get(LETTERS + "/" + id).expect(200);
  }

  int attempts(String id) {
    return show(id).body().path("attempts").asInt();
  }

  void awaitState(String id, String state) {
    Await.until(() -> show(id).text("state"), state::equals);
  }

  void awaitAttempts(String id, int attempts) {
    Await.until(() -> attempts(id), now -> now >= attempts);
  }

  Answer retry(String id, Map<String, String> headers) {
    return operator.post(LETTERS + "/" + id + "/retry", "", headers);
  }

  Answer discard(String id, String body) {
    return operator.post(LETTERS + "/" + id + "/discard", body);
  }

  Answer edit(String id, String body, Map<String, String> headers) {
    return operator.send(
        "PUT", LETTERS + "/" + id + "/payload", BodyPublishers.ofString(body), headers);
  }

  /** Gives up whatever was made, for all channels. */
  void clear() {
    for (String key : keys) {
      items(operator.get(LETTERS + "?key=" + key))
          .filter(item -> !List.of("RETRIED", "DISCARDED").contains(item.path("state").asString()))
          .forEach(item -> discard(item.path("id").asString(), "{\"reason\": \"end of a test\"}"));
    }
  }
}
