package io.cornershop.eventing.consuming.channels;

import static io.cornershop.eventing.consuming.ConsumingFixtures.counted;
import static io.cornershop.eventing.consuming.ConsumingFixtures.event;
import static io.cornershop.eventing.consuming.ConsumingFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.ConsumingFixtures;
import io.cornershop.eventing.consuming.RecordingHandler;
import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterFilter;
import io.cornershop.eventing.deadletters.mongo.MongoDeadLetters;
import io.cornershop.eventing.events.EventType;
import io.cornershop.testing.Await;
import io.cornershop.testing.TestBroker;
import io.cornershop.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever may lie on a topic, on a real broker and the embedded database. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnreadableRecordsIT {

  private static final int LARGE = 20 << 20;

  @RegisterExtension static final TestBroker BROKER = new TestBroker();
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Test
  void each_is_held_with_its_bytes_in_the_right_state_and_its_neighbours_flow() {
    try (TestTopic topic = new TestTopic(BROKER.bootstrapServers())) {
      DeadLetters letters = new MongoDeadLetters(DATABASE.client().getDatabase(topic.name()));
      RecordingHandler handler = new RecordingHandler("counting", "Counted");
      byte[] large = new byte[LARGE];
      new Random(1).nextBytes(large);
      Map<String, byte[]> bad = bad(large);
      topic.createFor(2 * LARGE).sendRaw(amongNeighbours(topic.name(), bad));

      TestNode.start(BROKER.bootstrapServers(), topic, handler, Backing.empty().with(letters))
          .during(
              () -> {
                Await.holds("all are committed", () -> topic.committedTotal() == 2 * bad.size());
                Await.holds("an upgrade was tried", () -> attempts(letters).contains(2));
              });

      assertThat(states(letters)).isEqualTo(expectedStates());
      assertThat(handler.handled()).isEqualTo(neighbours(bad));
      bad.forEach((name, bytes) -> assertThat(payload(letters, name)).isEqualTo(bytes));
      // No hot loop: once, and what may be newer once more by this build.
      assertThat(attempts(letters)).hasSize(bad.size()).allMatch(attempts -> attempts <= 2);
    }
  }

  private static Map<String, List<Long>> neighbours(Map<String, byte[]> bad) {
    Map<String, List<Long>> neighbours = new TreeMap<>();
    bad.keySet().forEach(name -> neighbours.put("good-" + name, List.of(1L)));
    return neighbours;
  }

  private static byte[] payload(DeadLetters letters, String name) {
    Letter letter =
        held(letters).stream()
            .filter(l -> l.source().key().orElse("none").equals(name))
            .findFirst()
            .orElseThrow();
    return letters.payload(letter.id(), 0).orElse(null);
  }

  private static List<Integer> attempts(DeadLetters letters) {
    return held(letters).stream().map(letter -> letter.failure().attempts()).toList();
  }

  private static Map<String, byte[]> bad(byte[] large) {
    Map<String, byte[]> bad = new TreeMap<>();
    bad.put("garbage", "no event".getBytes(StandardCharsets.UTF_8));
    bad.put("never-known", json(event(new EventType("Sung", 1), "never-known", 1)));
    bad.put("newer", json(event(new EventType("Counted", 9), "newer", 1)));
    bad.put("null", null);
    bad.put("large", large);
    bad.put("none", "no event and no key".getBytes(StandardCharsets.UTF_8));
    return bad;
  }

  private static Map<String, String> expectedStates() {
    return Map.of(
        "garbage", "PARKED",
        "never-known", "WAITING_FOR_UPGRADE",
        "newer", "WAITING_FOR_UPGRADE",
        "null", "PARKED",
        "large", "PARKED",
        "none", "PARKED");
  }

  /** Behind each bad one a good one of another key. */
  private static List<ProducerRecord<String, byte[]>> amongNeighbours(
      String topic, Map<String, byte[]> bad) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    bad.forEach(
        (name, bytes) -> {
          String key = name.equals("none") ? null : name;
          records.add(new ProducerRecord<>(topic, 0, key, bytes));
          records.add(
              new ProducerRecord<>(
                  topic,
                  0,
                  "good-" + name,
                  json(counted("good-" + name, 1)),
                  ConsumingFixtures.ofThisLife()));
        });
    return records;
  }

  private static List<Letter> held(DeadLetters letters) {
    return letters.list(LetterFilter.ALL, Optional.empty(), 50);
  }

  private static Map<String, String> states(DeadLetters letters) {
    return held(letters).stream()
        .collect(
            Collectors.toMap(
                letter -> letter.source().key().orElse("none"), letter -> letter.state().name()));
  }
}
