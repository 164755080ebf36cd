package io.cornershop.eventing.consuming.handling;

import static io.cornershop.eventing.consuming.ConsumingFixtures.counted;
import static io.cornershop.eventing.consuming.ConsumingFixtures.event;
import static io.cornershop.eventing.consuming.ConsumingFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.ConsumingFixtures;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.consuming.RecordingHandler;
import io.cornershop.eventing.consuming.held.HeldEvents;
import io.cornershop.eventing.consuming.lanes.KeyedLanes;
import io.cornershop.eventing.consuming.partitions.PartitionProgress;
import io.cornershop.eventing.consuming.partitions.Polled;
import io.cornershop.eventing.consuming.partitions.PolledRecords;
import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.InMemoryDeadLetters;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterFilter;
import io.cornershop.eventing.deadletters.LetterState;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HandlerDispatchTest {

  private static final byte[] GARBAGE = "no event".getBytes(StandardCharsets.UTF_8);

  private final KeyedLanes lanes = new KeyedLanes(Thread.ofVirtual().factory(), 8);
  private final HeldEvents held = new HeldEvents("projections", CounterFixtures.CLOCK);
  private final PartitionProgress partition = new PartitionProgress();
  private final RecordingHandler counting = new RecordingHandler("counting", "Counted");
  private final RecordingHandler other = new RecordingHandler("other", "Counted", "Stopped");
  private long nextOffset;

  @AfterEach
  void close() throws InterruptedException {
    partition.abandon();
    lanes.close(Duration.ofSeconds(10));
  }

  @Test
  void brings_each_event_to_all_handlers_that_want_it() {
    HandlerDispatch dispatch = dispatching(counting, other);
    send(dispatch, counted("a", 1));
    send(dispatch, event(new EventType("Stopped", 1), "a", 2));
    awaitAllFinished();
    assertThat(counting.handled()).isEqualTo(Map.of("a", List.of(1L)));
    assertThat(other.handled()).isEqualTo(Map.of("a", List.of(1L, 2L)));
  }

  @Test
  void finishes_a_record_only_after_its_last_handler() {
    CountDownLatch gate = new CountDownLatch(1);
    other.doing(event -> await(gate));
    send(dispatching(counting, other), counted("a", 1));
    Await.holds("the first handler is done", () -> counting.count() == 1);
    assertThat(partition.unfinished()).isEqualTo(1);
    gate.countDown();
    awaitAllFinished();
  }

  @Test
  void passes_over_what_nobody_wants_without_reading_it() {
    ConsumerRecord<String, byte[]> record = record("a", GARBAGE);
    record.headers().add("eventType", "Stopped".getBytes(StandardCharsets.UTF_8));
    send(dispatching(counting), record);
    assertThat(partition.unfinished()).isZero();
  }

  @Test
  void takes_a_header_of_a_type_of_another_topic_as_a_record_that_cannot_be_read() {
    InMemoryDeadLetters letters = new InMemoryDeadLetters();
    ConsumerRecord<String, byte[]> record =
        published(new ConsumerRecord<>("others.events", 0, nextOffset++, "a", GARBAGE));
    record.headers().add("eventType", "Stopped".getBytes(StandardCharsets.UTF_8));
    send(dispatching(letters, counting), record);
    awaitAllFinished();
    assertThat(letters.list(LetterFilter.ALL, Optional.empty(), 10))
        .extracting(Letter::state)
        .isEqualTo(List.of(LetterState.PARKED));
  }

  @Test
  void tries_again_until_what_did_not_answer_answers() {
    AtomicInteger tries = new AtomicInteger();
    counting.doing(
        event -> {
          if (tries.incrementAndGet() < 3) {
            throw new Unavailable("The database does not answer", Duration.ofSeconds(1), null);
          }
        });
    HandlerDispatch dispatch = dispatching(counting);
    send(dispatch, counted("a", 1));
    send(dispatch, counted("a", 2));
    awaitAllFinished();
    assertThat(counting.handled()).isEqualTo(Map.of("a", List.of(1L, 2L)));
    assertThat(dispatch.held()).isEmpty();
  }

  @Test
  void survives_an_error_of_a_handler() {
    AtomicInteger tries = new AtomicInteger();
    counting.doing(
        event -> {
          if (tries.incrementAndGet() == 1) {
            throw new StackOverflowError();
          }
        });
    send(dispatching(counting), counted("a", 1));
    awaitAllFinished();
    assertThat(counting.handled()).isEqualTo(Map.of("a", List.of(1L)));
  }

  @Test
  void keeps_order_by_the_key_of_the_handler() {
    CountDownLatch gate = new CountDownLatch(1);
    counting
        .keyedBy(event -> "all")
        .doing(
            event -> {
              if (event.stream().aggregateId().equals("a")) {
                await(gate);
              }
            });
    HandlerDispatch dispatch = dispatching(counting, other);
    send(dispatch, counted("a", 1));
    send(dispatch, counted("b", 1));
    Await.holds("the other handler goes on", () -> other.count() == 2);
    assertThat(counting.count()).isZero();
    gate.countDown();
    awaitAllFinished();
  }

  @Test
  void takes_the_key_of_the_record_when_the_handler_cannot_say() {
    counting.keyedBy(
        event -> {
          throw new IllegalStateException("a bug");
        });
    send(dispatching(counting), counted("a", 1));
    awaitAllFinished();
    assertThat(counting.handled()).isEqualTo(Map.of("a", List.of(1L)));
  }

  private HandlerDispatch dispatching(EventHandler... handlers) {
    return dispatching(new InMemoryDeadLetters(), handlers);
  }

  private HandlerDispatch dispatching(DeadLetters letters, EventHandler... handlers) {
    return new HandlerDispatch(
        List.of(handlers),
        CounterFixtures.TYPES,
        lanes,
        ConsumingFixtures.failures(held, letters, lanes),
        ConsumingFixtures.others());
  }

  private void send(HandlerDispatch dispatch, EventEnvelope event) {
    send(dispatch, record(event.stream().aggregateId(), json(event)));
  }

  private void send(HandlerDispatch dispatch, ConsumerRecord<String, byte[]> record) {
    partition.delivered(record.offset());
    dispatch.accept(new PolledRecords(List.of(new Polled(record, partition))));
  }

  private ConsumerRecord<String, byte[]> record(String key, byte[] value) {
    return published(new ConsumerRecord<>("counters.events", 0, nextOffset++, key, value));
  }

  private static ConsumerRecord<String, byte[]> published(ConsumerRecord<String, byte[]> record) {
    ConsumingFixtures.ofThisLife().forEach(record.headers()::add);
    return record;
  }

  private void awaitAllFinished() {
    Await.holds("all is finished", () -> partition.unfinished() == 0);
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
