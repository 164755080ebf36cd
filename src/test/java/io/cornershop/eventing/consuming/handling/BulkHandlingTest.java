package io.cornershop.eventing.consuming.handling;

import static io.cornershop.eventing.consuming.ConsumingFixtures.counted;
import static io.cornershop.eventing.consuming.ConsumingFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.ConsumingFixtures;
import io.cornershop.eventing.consuming.CountedEvents;
import io.cornershop.eventing.consuming.RecordingBulkHandler;
import io.cornershop.eventing.consuming.RecordingHandler;
import io.cornershop.eventing.consuming.held.FailedRecord;
import io.cornershop.eventing.consuming.held.HeldEvents;
import io.cornershop.eventing.consuming.lanes.KeyedLanes;
import io.cornershop.eventing.consuming.lanes.LaneKey;
import io.cornershop.eventing.consuming.partitions.PartitionProgress;
import io.cornershop.eventing.consuming.partitions.Polled;
import io.cornershop.eventing.consuming.partitions.PolledRecords;
import io.cornershop.eventing.deadletters.InMemoryDeadLetters;
import io.cornershop.eventing.deadletters.LetterDesk;
import io.cornershop.eventing.deadletters.LetterFilter;
import io.cornershop.eventing.deadletters.LetterState;
import io.cornershop.eventing.deadletters.SequenceId;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.testing.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BulkHandlingTest {

  private final KeyedLanes lanes = new KeyedLanes(Thread.ofVirtual().factory(), 8);
  private final HeldEvents held = new HeldEvents("projections", CounterFixtures.CLOCK);
  private final PartitionProgress partition = new PartitionProgress();
  private final InMemoryDeadLetters letters = new InMemoryDeadLetters();
  private final RecordingHandler single = new RecordingHandler("counting", "Counted");
  private final RecordingBulkHandler handler = new RecordingBulkHandler(single);
  private final HandlerDispatch dispatch =
      new HandlerDispatch(
          List.of(handler),
          CounterFixtures.TYPES,
          lanes,
          ConsumingFixtures.failures(held, letters, lanes),
          ConsumingFixtures.others());
  private final List<Polled> polled = new ArrayList<>();

  @AfterEach
  void close() throws InterruptedException {
    partition.abandon();
    lanes.close(Duration.ofSeconds(10));
  }

  @Test
  void gets_together_what_waited_while_it_worked() {
    CountDownLatch gate = new CountDownLatch(1);
    single.doing(event -> CountedEvents.await(gate));
    send(counted("a", 1));
    Await.holds("it works", () -> !handler.batches().isEmpty());
    send(counted("a", 2), counted("b", 1), counted("b", 2));
    gate.countDown();
    awaitUnfinished(0);
    assertThat(handler.batches())
        .isEqualTo(
            List.of(
                List.of(counted("a", 1)),
                List.of(counted("a", 2), counted("b", 1), counted("b", 2))));
  }

  @Test
  void holds_only_the_key_that_fails() {
    CountDownLatch gate = new CountDownLatch(1);
    single.doing(
        event -> {
          CountedEvents.await(gate);
          if (event.equals(counted("b", 1))) {
            throw new IllegalStateException("a bug");
          }
        });
    send(counted("a", 1));
    send(counted("b", 1), counted("a", 2), counted("b", 2), counted("c", 1));
    gate.countDown();
    send(counted("c", 2), counted("b", 3), counted("a", 3));
    awaitUnfinished(0);
    assertThat(single.firstOccurrences())
        .isEqualTo(Map.of("a", List.of(1L, 2L, 3L), "c", List.of(1L, 2L)));
    assertThat(letters.list(LetterFilter.ALL, Optional.empty(), 9))
        .extracting(letter -> letter.sequence().key())
        .containsExactly("b", "b", "b");
  }

  @Test
  void brings_a_key_back_to_the_others_when_its_event_was_handled() {
    handler.failingTogether(true);
    send(counted("a", 1), counted("a", 2));
    awaitUnfinished(0);
    handler.failingTogether(false);
    send(counted("a", 3));
    awaitUnfinished(0);
    assertThat(single.handled()).isEqualTo(Map.of("a", List.of(1L, 2L, 3L)));
    assertThat(handler.batches().getLast()).isEqualTo(List.of(counted("a", 3)));
  }

  @Test
  void holds_the_key_of_what_is_no_event() {
    add("a", "no event".getBytes(StandardCharsets.UTF_8));
    add("a", json(counted("a", 2)));
    add("b", json(counted("b", 1)));
    dispatchAll();
    awaitUnfinished(0);
    assertThat(single.handled()).isEqualTo(Map.of("b", List.of(1L)));
  }

  @Test
  void drops_what_has_left_this_node() {
    CountDownLatch gate = new CountDownLatch(1);
    single.doing(event -> CountedEvents.await(gate));
    send(counted("a", 1));
    Await.holds("it works", () -> !handler.batches().isEmpty());
    send(counted("a", 2), counted("b", 1));
    partition.abandon();
    gate.countDown();
    Await.holds("nothing works any more", () -> lanes.busyKeys() == 0);
    assertThat(single.handled()).isEqualTo(Map.of("a", List.of(1L)));
  }

  @Test
  void tries_letters_of_a_key_only_after_the_list_that_has_an_event_of_it() {
    CountDownLatch gate = new CountDownLatch(1);
    send(counted("b", 1));
    awaitUnfinished(0);
    single.doing(event -> CountedEvents.await(gate));
    send(counted("a", 2));
    Await.holds("it works", () -> handler.batches().size() == 2);
    SequenceId held = elsewhereHeld(counted("a", 1));
    CountDownLatch ended = new CountDownLatch(1);

    dispatch.drain(held, partition, ended::countDown);

    boolean begun = lanes.isBusy(new LaneKey("counting", "a"));
    gate.countDown();
    CountedEvents.await(ended);
    assertThat(begun).isFalse();
    assertThat(single.handled()).isEqualTo(Map.of("a", List.of(2L, 1L), "b", List.of(1L)));
    assertThat(letters.sequence(held)).isEmpty();
  }

  @Test
  void gets_in_no_list_what_an_operator_has_discarded() {
    SequenceId discarded = elsewhereHeld(counted("a", 1));
    new LetterDesk(letters, CounterFixtures.CLOCK)
        .discard(letters.letter(letters.sequence(discarded).orElseThrow().head()).orElseThrow());
    CountDownLatch ended = new CountDownLatch(1);
    dispatch.drain(discarded, partition, ended::countDown);
    CountedEvents.await(ended);
    send(counted("a", 1), counted("a", 2), counted("b", 1));
    awaitUnfinished(0);
    assertThat(single.handled()).isEqualTo(Map.of("a", List.of(2L), "b", List.of(1L)));
    assertThat(dispatch.passedOver()).isEqualTo(1);
  }

  /** What another node holds, which this one has not learned yet. */
  private SequenceId elsewhereHeld(EventEnvelope event) {
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>("counters.events", 0, 99, "a", json(event));
    ConsumingFixtures.ofThisLife().forEach(record.headers()::add);
    SequenceId sequence = SequenceId.of("projections", "counting", "a");
    ConsumingFixtures.failures(held, letters, lanes)
        .letters()
        .putAside(
            new FailedRecord(sequence, record, Optional.of(event)),
            LetterState.RETRYING,
            new IllegalStateException("a bug"),
            4);
    return sequence;
  }

  private void send(EventEnvelope... events) {
    for (EventEnvelope event : events) {
      add(event.stream().aggregateId(), json(event));
    }
    dispatchAll();
  }

  private void add(String key, byte[] value) {
    long offset = partition.position().orElse(0L);
    partition.delivered(offset);
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>("counters.events", 0, offset, key, value);
    ConsumingFixtures.ofThisLife().forEach(record.headers()::add);
    polled.add(new Polled(record, partition));
  }

  private void dispatchAll() {
    dispatch.accept(new PolledRecords(List.copyOf(polled)));
    polled.clear();
  }

  private void awaitUnfinished(int count) {
    Await.holds(count + " are unfinished", () -> partition.unfinished() == count);
  }
}
