package io.cornershop.eventing.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.publishing.RelayStatus.Condition;
import io.cornershop.eventing.publishing.topics.KafkaConnection;
import io.cornershop.eventing.publishing.topics.TopicSetup;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitListener;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.TopicMark;
import io.cornershop.testing.TestBroker;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventRelayIT {

  private static final int COUNTERS = 20;
  private static final int WRITERS = 4;
  private static final int ROUNDS = 5;
  private static final int EVENTS_PER_COMMIT = 2;
  private static final int EVENTS = COUNTERS * WRITERS * ROUNDS * EVENTS_PER_COMMIT;
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  @RegisterExtension static final TestBroker BROKER = new TestBroker();

  @Test
  void events_of_concurrent_writers_arrive_in_the_order_of_each_aggregate() {
    CounterShop shop = new CounterShop("ordered");
    RelaySignal signal = new RelaySignal();
    try (EventRelay relay = start(shop, signal);
        PublishedEvents published = publishedBy(shop)) {
      awaitActive(relay);

      write(shop, signal).join();

      assertThat(published.await(EVENTS).sequences()).isEqualTo(gapless());
      assertThat(published.total()).isEqualTo(EVENTS);
      assertThat(envelopesOf(published)).isEqualTo(envelopesOf(shop));
    }
    assertThat(shop.log.published()).isEqualTo(shop.log.head().number());
    assertThat(shop.store.findPending(1)).isEmpty();
  }

  @Test
  void a_relay_that_starts_again_goes_on_from_the_mark() {
    CounterShop shop = new CounterShop("restarted");
    for (int i = 0; i < 3; i++) {
      RelaySignal signal = new RelaySignal();
      try (EventRelay relay = start(shop, signal)) {
        awaitActive(relay);
        write(shop, commit -> {}).join();
      }
    }
    try (EventRelay relay = start(shop, new RelaySignal());
        PublishedEvents published = publishedBy(shop)) {
      published.await(3 * EVENTS);
      awaitThat(() -> shop.log.published() == shop.log.head().number());

      assertThat(published.sequences()).isEqualTo(gapless(3));
      assertThat(relay.status().outbox().pending()).isZero();
    }
  }

  @Test
  void everything_is_published_when_the_broker_dies_in_the_middle() {
    CounterShop shop = new CounterShop("interrupted");
    RelaySignal signal = new RelaySignal();
    try (EventRelay relay = start(shop, signal)) {
      awaitActive(relay);
      CompletableFuture<Void> writing = write(shop, signal);
      awaitThat(() -> shop.log.published() > COUNTERS);
      BROKER.kill();
      writing.join();
      write(shop, signal).join();
      awaitThat(() -> relay.status().condition() == Condition.WAITING_FOR_KAFKA);
      BROKER.restart();

      try (PublishedEvents published = publishedBy(shop)) {
        assertThat(published.await(2 * EVENTS).sequences()).isEqualTo(gapless(2));
      }
      awaitThat(() -> shop.log.published() == shop.log.head().number());
      awaitThat(() -> relay.status().condition() == Condition.RUNNING);
    }
  }

  @Test
  void a_relay_that_starts_before_the_broker_waits_for_it() {
    CounterShop shop = new CounterShop("early");
    RelaySignal signal = new RelaySignal();
    BROKER.close();
    try (EventRelay relay = start(shop, signal)) {
      write(shop, signal).join();
      awaitThat(() -> relay.status().condition() == Condition.WAITING_FOR_KAFKA);
      OutboxState waiting = relay.status().outbox();
      assertThat(waiting)
          .isEqualTo(new OutboxState(0, 0, COUNTERS * WRITERS * ROUNDS, waiting.oldestAge()));
      assertThat(waiting.oldestAge()).isPositive();
      BROKER.restart();

      try (PublishedEvents published = publishedBy(shop)) {
        assertThat(published.await(EVENTS).sequences()).isEqualTo(gapless());
      }
      awaitThat(() -> relay.status().outbox().pending() == 0);
    }
  }

  @Test
  void one_of_two_nodes_is_the_relay_and_the_other_takes_over() {
    CounterShop shop = new CounterShop("paired");
    RelaySignal secondSignal = new RelaySignal();
    EventRelay first = start(shop, new RelaySignal());
    awaitActive(first);
    try (EventRelay second = start(shop, secondSignal);
        PublishedEvents published = publishedBy(shop)) {
      awaitThat(() -> second.status().condition() == Condition.STANDBY);
      assertThat(first.status().active()).isTrue();
      assertThat(second.status().active()).isFalse();

      write(shop, secondSignal).join();
      published.await(EVENTS);

      first.close();
      awaitActive(second);
      write(shop, secondSignal).join();

      assertThat(published.await(2 * EVENTS).sequences()).isEqualTo(gapless(2));
    }
  }

  @Test
  void a_topic_that_is_made_anew_while_no_node_is_there_is_known_to_lack_what_was_published()
      throws Exception {
    CounterShop shop = new CounterShop("made-anew");
    PositionLog log = shop.outbox().positions();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", BROKER.bootstrapServers()))) {
      RelaySignal signal = new RelaySignal();
      try (EventRelay relay = start(shop, signal)) {
        awaitActive(relay);
        write(shop, signal).join();
        awaitThat(() -> log.published() > 0 && log.published() == log.head().number());
      }
      assertThat(log.topic(shop.topic)).hasValue(new TopicMark(shop.topic, id(admin, shop), 0));
      admin.deleteTopics(List.of(shop.topic)).all().get(30, TimeUnit.SECONDS);

      try (EventRelay relay = start(shop, new RelaySignal())) {
        awaitActive(relay);
        awaitThat(() -> log.topic(shop.topic).orElseThrow().lacking() > 0);
      }
      assertThat(log.topic(shop.topic))
          .hasValue(new TopicMark(shop.topic, id(admin, shop), log.head().number()));
    }
  }

  private static String id(Admin admin, CounterShop shop) throws Exception {
    return admin
        .describeTopics(List.of(shop.topic))
        .allTopicNames()
        .get(30, TimeUnit.SECONDS)
        .get(shop.topic)
        .topicId()
        .toString();
  }

  private static EventRelay start(CounterShop shop, RelaySignal signal) {
    KafkaConnection kafka = KafkaConnection.to(BROKER.bootstrapServers());
    EventRelay relay =
        new EventRelay(
            shop.outbox(),
            signal,
            new TopicSetup(kafka, shop.types, 6, 1, StoreLimits.USUAL),
            new RelaySettings(
                kafka,
                new EventPublisher(kafka, shop.types),
                true,
                RelaySettings.DEFAULT_SWEEP_INTERVAL,
                Clock.systemUTC()),
            Thread::new);
    relay.start();
    return relay;
  }

  private static PublishedEvents publishedBy(CounterShop shop) {
    return new PublishedEvents(BROKER.bootstrapServers(), shop.topic);
  }

  /** Lets several writers store commits of the same counters at the same time. */
  private static CompletableFuture<Void> write(CounterShop shop, CommitListener appended) {
    return CompletableFuture.allOf(
        IntStream.range(0, WRITERS)
            .mapToObj(writer -> CompletableFuture.runAsync(() -> writeAll(shop, appended)))
            .toArray(CompletableFuture<?>[]::new));
  }

  private static void writeAll(CounterShop shop, CommitListener appended) {
    for (int round = 0; round < ROUNDS; round++) {
      for (int counter = 0; counter < COUNTERS; counter++) {
        shop.count("counter-" + counter, EVENTS_PER_COMMIT, appended);
      }
    }
  }

  private static Map<String, List<Long>> gapless() {
    return gapless(1);
  }

  private static Map<String, List<Long>> gapless(int times) {
    long last = (long) times * EVENTS / COUNTERS;
    return IntStream.range(0, COUNTERS)
        .boxed()
        .collect(
            Collectors.toMap(
                counter -> "counter-" + counter,
                counter -> LongStream.rangeClosed(1, last).boxed().toList()));
  }

  /** All events as published, by their positions. */
  private static Map<Long, EventEnvelope> envelopesOf(PublishedEvents published) {
    return published.records().stream()
        .collect(
            Collectors.toMap(
                r -> Long.valueOf(PublishedEvents.headers(r).get("position")),
                r -> EnvelopeJson.read(r.value())));
  }

  /** All events as they stand in the position log, by their positions. */
  private static Map<Long, EventEnvelope> envelopesOf(CounterShop shop) {
    List<EventEnvelope> events = new ArrayList<>();
    shop.log
        .readAfter(0, Integer.MAX_VALUE)
        .forEach(
            entry -> {
              Commit commit = shop.store.readAll(List.of(entry.commitId())).getFirst();
              events.addAll(new NumberedCommit(entry.number(), commit).events());
            });
    return events.stream()
        .collect(Collectors.toMap(e -> e.position().orElseThrow(), event -> event));
  }

  private static void awaitActive(EventRelay relay) {
    awaitThat(() -> relay.status().condition() == Condition.RUNNING);
  }

  private static void awaitThat(BooleanSupplier condition) {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
