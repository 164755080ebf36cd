package io.cornershop.eventing.consuming.channels;

import static io.cornershop.eventing.consuming.ConsumingFixtures.counted;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.CountedEvents;
import io.cornershop.eventing.consuming.RecordingHandler;
import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterDesk;
import io.cornershop.eventing.deadletters.LetterFilter;
import io.cornershop.eventing.deadletters.LetterState;
import io.cornershop.eventing.deadletters.mongo.MongoDeadLetters;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.Await;
import io.cornershop.testing.TestBroker;
import io.cornershop.testing.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Poison on a real broker, held on the embedded database. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeadLettersIT {

  private static final int KEYS = 1_000;
  private static final int PER_KEY = 20;
  private static final int TOTAL = KEYS * PER_KEY;

  /** Bad events, and how many events come behind each of them. */
  private static final int POISON = KEYS / 50;

  private static final int BEHIND = 9;

  @RegisterExtension static final TestBroker BROKER = new TestBroker();
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final RecordingHandler handler = new RecordingHandler("counting", "Counted");
  private DeadLetters letters;
  private TestTopic topic;

  @BeforeEach
  void open() {
    topic = new TestTopic(BROKER.bootstrapServers());
    letters = new MongoDeadLetters(DATABASE.client().getDatabase(topic.name()));
  }

  @AfterEach
  void close() {
    topic.close();
  }

  /** Each good event is tried once, each bad one four times and once for each wish, no other. */
  @Test
  void one_poison_event_in_a_thousand_stops_only_its_own_key() {
    topic.create(6).send(events());
    LongAdder tries = new LongAdder();
    handler.doing(
        event -> {
          tries.increment();
          failIfPoison(event);
        });
    TestNode node = start();
    node.during(
        () -> {
          int mostInFlight = awaitAllCommitted(node);
          assertThat(mostInFlight).isLessThanOrEqualTo(512);
          assertThat(node.status().inFlight()).isZero();
          assertThat(topic.committed()).isEqualTo(topic.ends());
          assertThat(handler.handled()).isEqualTo(applied());
          assertThat(held()).isEqualTo(expectedLetters());
          assertThat(tries.sum()).isEqualTo(TOTAL - POISON * BEHIND + 3 * POISON);
          retryInVain(3);
          assertThat(tries.sum()).isEqualTo(TOTAL - POISON * BEHIND + 6 * POISON);
          assertThat(held()).isEqualTo(expectedLetters());
          handler.doing(event -> {});
          retryAll();
          Await.holds("all is handled", () -> handler.count() == TOTAL);
        });
    assertThat(handler.handled()).isEqualTo(everything());
  }

  private TestNode start() {
    return TestNode.start(BROKER.bootstrapServers(), topic, handler, Backing.empty().with(letters));
  }

  private void retryInVain(int times) {
    for (int time = 1; time <= times; time++) {
      retryAll();
      int attempts = 4 + time;
      Await.holds("all have failed again", () -> attemptsOfParked().equals(Set.of(attempts)));
    }
  }

  private void retryAll() {
    LetterDesk desk = new LetterDesk(letters, Clock.systemUTC());
    assertThat(desk.retryAll("projections/counting", Optional.empty(), 500)).isEqualTo(POISON);
  }

  private Set<Integer> attemptsOfParked() {
    return letters.list(LetterFilter.ALL, Optional.empty(), 500).stream()
        .filter(letter -> letter.state() == LetterState.PARKED)
        .map(letter -> letter.failure().attempts())
        .collect(Collectors.toSet());
  }

  @Test
  void a_database_that_stops_for_a_while_makes_no_letters() {
    topic.create(6).send(events().subList(0, KEYS));
    handler.doing(
        event -> DATABASE.client().getDatabase("asked").getCollection("any").countDocuments());
    TestNode node = start();
    node.during(
        () -> {
          Await.holds("it works", () -> handler.count() > 0);
          DATABASE.kill();
          topic.send(events().subList(KEYS, 3 * KEYS));
          Await.holds("it waits", () -> node.status().held().size() > 5);
          DATABASE.restart();
          Await.holds("all is committed", () -> topic.committedTotal() == 3 * KEYS);
        });
    assertThat(held()).isEmpty();
    assertThat(handler.firstOccurrences().values()).containsOnly(List.of(1L, 2L, 3L));
    assertThat(handler.firstOccurrences()).hasSize(KEYS);
  }

  @Test
  void a_node_that_is_killed_again_and_again_leaves_each_letter_once() {
    topic.create(6).send(CountedEvents.all());
    for (int enough : new int[] {20, 120, 300}) {
      try (NodeProcess victim =
          NodeProcess.start(BROKER.bootstrapServers(), topic, DATABASE.uri())) {
        Await.holds(enough + " letters", () -> letterCount() >= enough);
      }
    }
    try (NodeProcess last = NodeProcess.start(BROKER.bootstrapServers(), topic, DATABASE.uri())) {
      Await.holds("all are committed", () -> topic.committedTotal() == CountedEvents.TOTAL);
    }
    Map<String, List<String>> expected = new TreeMap<>();
    for (int key = 7; key < CountedEvents.KEYS; key += 10) {
      List<String> of = new ArrayList<>(List.of("3000 PARKED"));
      LongStream.rangeClosed(4, CountedEvents.PER_KEY).forEach(n -> of.add(n + "000 WAITING"));
      expected.put("key-" + key, of);
    }
    assertThat(held()).isEqualTo(expected);
  }

  /** None is known when the embedded server fails, as it does while an index is being made. */
  private int letterCount() {
    try {
      return letters.list(LetterFilter.ALL, Optional.empty(), 500).size();
    } catch (Unavailable e) {
      return 0;
    }
  }

  private static List<EventEnvelope> events() {
    List<EventEnvelope> events = new ArrayList<>(TOTAL);
    for (int sequence = 1; sequence <= PER_KEY; sequence++) {
      for (int key = 0; key < KEYS; key++) {
        events.add(counted("key-" + key, sequence));
      }
    }
    return events;
  }

  /** Of every fiftieth key the event number eleven. */
  private static boolean isPoison(String key, long sequence) {
    return sequence == 11 && Integer.parseInt(key.substring(4)) % 50 == 0;
  }

  private static void failIfPoison(EventEnvelope event) {
    if (isPoison(event.stream().aggregateId(), event.sequence())) {
      throw new IllegalStateException("a bug");
    }
  }

  private static Map<String, List<Long>> applied() {
    Map<String, List<Long>> applied = everything();
    applied.replaceAll(
        (key, all) -> isPoison(key, 11) ? LongStream.rangeClosed(1, 10).boxed().toList() : all);
    return applied;
  }

  private static Map<String, List<Long>> everything() {
    Map<String, List<Long>> all = new TreeMap<>();
    for (int key = 0; key < KEYS; key++) {
      all.put("key-" + key, LongStream.rangeClosed(1, PER_KEY).boxed().toList());
    }
    return all;
  }

  private static Map<String, List<String>> expectedLetters() {
    Map<String, List<String>> expected = new TreeMap<>();
    for (int key = 0; key < KEYS; key += 50) {
      List<String> of = new ArrayList<>(List.of("11000 PARKED"));
      LongStream.rangeClosed(12, PER_KEY).forEach(n -> of.add(n + "000 " + LetterState.WAITING));
      expected.put("key-" + key, of);
    }
    return expected;
  }

  /** Positions and states of all letters in order, by key. */
  private Map<String, List<String>> held() {
    Map<String, List<String>> held = new TreeMap<>();
    letters.list(LetterFilter.ALL, Optional.empty(), 500).stream()
        .sorted(Comparator.comparingLong(Letter::order))
        .forEach(
            letter ->
                held.computeIfAbsent(letter.sequence().key(), k -> new ArrayList<>())
                    .add(letter.position().orElseThrow() + " " + letter.state()));
    return held;
  }

  /** The most records that were polled and not finished at any moment that was looked at. */
  private int awaitAllCommitted(TestNode node) {
    AtomicInteger most = new AtomicInteger();
    Await.holds(
        "all are committed",
        () -> {
          most.accumulateAndGet(node.status().inFlight(), Math::max);
          return topic.committedTotal() == TOTAL;
        });
    return most.get();
  }
}
