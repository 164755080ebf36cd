package io.cornershop.eventing.consuming.handling;

import static io.cornershop.eventing.consuming.ConsumingFixtures.event;
import static io.cornershop.eventing.consuming.ConsumingFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.ConsumingFixtures;
import io.cornershop.eventing.consuming.RecordingHandler;
import io.cornershop.eventing.consuming.held.Failures;
import io.cornershop.eventing.consuming.held.HeldEvents;
import io.cornershop.eventing.consuming.lanes.KeyedLanes;
import io.cornershop.eventing.consuming.partitions.PartitionProgress;
import io.cornershop.eventing.consuming.partitions.Polled;
import io.cornershop.eventing.consuming.partitions.PolledRecords;
import io.cornershop.eventing.deadletters.HeldSequence;
import io.cornershop.eventing.deadletters.HeldSequence.Home;
import io.cornershop.eventing.deadletters.InMemoryDeadLetters;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterDesk;
import io.cornershop.eventing.deadletters.LetterFilter;
import io.cornershop.eventing.deadletters.SequenceId;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.testing.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;

/** One channel with two handlers and letters, without Kafka and database. */
abstract class HeldScene {

  static final byte[] GARBAGE = "no event".getBytes(StandardCharsets.UTF_8);
  static final SequenceId A = SequenceId.of("projections", "counting", "a");
  static final SequenceId RECORDS_OF_A = new SequenceId("projections", "a");

  final InMemoryDeadLetters letters = new InMemoryDeadLetters();
  final LetterDesk desk = new LetterDesk(letters, CounterFixtures.CLOCK);
  final KeyedLanes lanes = new KeyedLanes(Thread.ofVirtual().factory(), 8);
  final PartitionProgress partition = new PartitionProgress();
  final RecordingHandler counting = new RecordingHandler("counting", "Counted");
  final RecordingHandler other = new RecordingHandler("other", "Counted");
  final Failures failures =
      ConsumingFixtures.failures(
          new HeldEvents("projections", CounterFixtures.CLOCK), letters, lanes);
  final OtherLives others = ConsumingFixtures.others();
  final HandlerDispatch dispatch =
      new HandlerDispatch(List.of(counting, other), CounterFixtures.TYPES, lanes, failures, others);
  final List<String> derived = new CopyOnWriteArrayList<>();
  final HeldWork work =
      new HeldWork(
          dispatch,
          failures,
          () -> Map.of(new Home("counters.events", 0), partition),
          (letter, payload) -> derived.add(letter.id()));
  final Set<EventEnvelope> bad = ConcurrentHashMap.newKeySet();
  long nextOffset;

  @AfterEach
  void close() throws InterruptedException {
    partition.abandon();
    lanes.close(Duration.ofSeconds(10));
  }

  void poison(EventEnvelope event) {
    bad.add(event);
    counting.doing(
        e -> {
          if (bad.contains(e)) {
            throw new IllegalStateException("a bug");
          }
        });
  }

  Letter head(SequenceId id) {
    HeldSequence sequence = letters.sequence(id).orElseThrow();
    return letters.letter(sequence.head()).orElseThrow();
  }

  /** Lets the owner work until the sequence is closed. */
  void awaitClosed(SequenceId id) {
    Await.holds(
        "it is closed",
        () -> {
          work.turn();
          return letters.sequence(id).isEmpty();
        });
  }

  List<Letter> all() {
    return letters.list(LetterFilter.ALL, Optional.empty(), 100).stream()
        .sorted(Comparator.comparing(letter -> letter.source().offset()))
        .toList();
  }

  List<String> states() {
    return all().stream()
        .map(l -> l.sequence().key() + "@" + l.source().offset() + " " + l.state())
        .toList();
  }

  void send(EventEnvelope... events) {
    for (EventEnvelope event : events) {
      send(record(event.stream().aggregateId(), json(event)));
    }
  }

  @SafeVarargs
  final void send(ConsumerRecord<String, byte[]>... records) {
    for (ConsumerRecord<String, byte[]> record : records) {
      send(dispatch, record);
    }
  }

  final void send(HandlerDispatch to, ConsumerRecord<String, byte[]> record) {
    partition.delivered(record.offset());
    to.accept(new PolledRecords(List.of(new Polled(record, partition))));
  }

  ConsumerRecord<String, byte[]> record(String key, byte[] value) {
    return published(new ConsumerRecord<>("counters.events", 0, nextOffset++, key, value));
  }

  private static ConsumerRecord<String, byte[]> published(ConsumerRecord<String, byte[]> record) {
    ConsumingFixtures.ofThisLife().forEach(record.headers()::add);
    return record;
  }

  /** As to a node that gets the partition later, or after a seek back; one is passed over. */
  void sendAgainElsewhere(EventEnvelope... events) {
    nextOffset = 0;
    sendAgainElsewhere(
        Stream.of(events).map(e -> record(e.stream().aggregateId(), json(e))).toList());
  }

  /** The same with records. */
  void sendAgainElsewhere(List<ConsumerRecord<String, byte[]>> records) {
    Failures elsewhere =
        ConsumingFixtures.failures(
            new HeldEvents("projections", CounterFixtures.CLOCK), letters, lanes);
    HandlerDispatch next =
        new HandlerDispatch(
            List.of(counting, other), CounterFixtures.TYPES, lanes, elsewhere, others);
    PartitionProgress assigned = new PartitionProgress();
    for (ConsumerRecord<String, byte[]> record : records) {
      assigned.delivered(record.offset());
      next.accept(new PolledRecords(List.of(new Polled(record, assigned))));
    }
    Await.holds("all is finished", () -> assigned.unfinished() == 0);
    assertThat(next.passedOver()).isEqualTo(1);
  }

  void awaitAllFinished() {
    Await.holds("all is finished", () -> partition.unfinished() == 0);
  }
}
