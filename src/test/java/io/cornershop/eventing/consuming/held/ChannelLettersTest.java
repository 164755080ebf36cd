package io.cornershop.eventing.consuming.held;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.history.StoredRecords;
import io.cornershop.eventing.deadletters.InMemoryDeadLetters;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterFailure;
import io.cornershop.eventing.deadletters.LetterOffices;
import io.cornershop.eventing.deadletters.LetterState;
import io.cornershop.eventing.deadletters.RetrySchedule;
import io.cornershop.eventing.deadletters.SequenceId;
import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.InMemoryPositionLog;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.kernel.CommandId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Which bytes are kept of what is held. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChannelLettersTest {

  private static final SequenceId DOOR = SequenceId.of("projections", "counting", "door");
  private static final LetterFailure FAILURE = LetterFailure.waiting(CounterFixtures.NOON);

  private final InMemoryDeadLetters kept = new InMemoryDeadLetters();
  private final InMemoryEventStore store =
      new InMemoryEventStore(StoreLimits.USUAL, CommitFixtures.CLOCK);
  private final InMemoryPositionLog log = new InMemoryPositionLog();
  private final ChannelLetters letters =
      new ChannelLetters(
          "projections",
          LetterOffices.of(kept, store, log),
          new RetrySchedule(RandomGenerator.getDefault()),
          CounterFixtures.CLOCK);
  private List<EventEnvelope> events;

  @BeforeEach
  void fill() {
    StreamHead head = StreamHead.empty(CounterFixtures.DOOR_STREAM);
    store.append(CommitFixtures.commit(head, "c", 3));
    Commit commit = store.read(CounterFixtures.DOOR_STREAM, 1, 1).getFirst();
    log.append(List.of(log.head().next(commit)));
    events =
        List.of(
            commit.events().get(0).at(1_000),
            commit.events().get(1).at(1_001),
            commit.events().get(2).at(1_002));
  }

  private static byte[] bytes(EventEnvelope event) {
    return EnvelopeJson.write(event).getBytes(StandardCharsets.UTF_8);
  }

  private static FailedRecord record(EventEnvelope event, byte[] value) {
    return new FailedRecord(
        DOOR,
        new ConsumerRecord<>("counters.events", 0, event.sequence(), "door", value),
        Optional.of(event));
  }

  private List<Letter> queue() {
    return kept.queue(DOOR, 9);
  }

  @Test
  void what_failed_has_its_bytes_and_what_waits_has_them_in_the_store() {
    letters.putAside(
        record(events.get(0), bytes(events.get(0))),
        LetterState.PARKED,
        new IllegalStateException("a bug"),
        4);
    letters.putBehind(record(events.get(1), bytes(events.get(1))));
    Letter failed = queue().get(0);
    Letter waiting = queue().get(1);
    assertThat(kept.payload(failed.id(), 0).orElseThrow()).isEqualTo(bytes(events.get(0)));
    assertThat(kept.payload(waiting.id(), 0)).isEmpty();
    assertThat(waiting.storedEvent()).contains(events.get(1).eventId());
    assertThat(letters.payload(waiting).orElseThrow()).isEqualTo(bytes(events.get(1)));
  }

  @Test
  void what_waits_with_other_bytes_than_the_store_has_keeps_them() {
    byte[] other = (EnvelopeJson.write(events.get(1)) + " ").getBytes(StandardCharsets.UTF_8);
    letters.putAside(
        record(events.get(0), bytes(events.get(0))),
        LetterState.PARKED,
        new IllegalStateException("a bug"),
        4);
    letters.putBehind(record(events.get(1), other));
    Letter waiting = queue().get(1);
    assertThat(waiting.storedEvent()).isEmpty();
    assertThat(kept.payload(waiting.id(), 0).orElseThrow()).isEqualTo(other);
    assertThat(letters.payload(waiting).orElseThrow()).isEqualTo(other);
  }

  /** A seek may bring it from either. */
  @Test
  void an_event_has_one_letter_whether_it_comes_from_the_topic_or_from_the_store() {
    EventEnvelope event = events.get(0);
    TopicPartition partition = new TopicPartition("counters.events", 0);
    ConsumerRecord<String, byte[]> history =
        new StoredRecords(store, log, CounterFixtures.TYPES)
            .read(Map.of(partition, 1), 0, 1, 1)
            .records()
            .getFirst();
    FailedRecord fromTopic = record(event, bytes(event));
    fromTopic.record().headers().add("epoch", store.epoch().getBytes(StandardCharsets.UTF_8));
    assertThat(new FailedRecord(DOOR, history, Optional.of(event)).id()).isEqualTo(fromTopic.id());
  }

  /** Such an id says consumer, epoch and event only. */
  @Test
  void a_letter_of_a_former_build_is_found_again_by_the_record_that_it_is_about() {
    FailedRecord first = record(events.get(0), bytes(events.get(0)));
    FailedRecord second = record(events.get(1), bytes(events.get(1)));
    formerly(first, LetterState.PARKED);
    letters.putAside(first, LetterState.PARKED, new IllegalStateException("a bug"), 4);
    formerly(second, LetterState.WAITING);
    letters.putBehind(second);
    assertThat(queue())
        .extracting(Letter::id)
        .containsExactly(formerId(events.get(0)), formerId(events.get(1)));
  }

  @Test
  void a_letter_of_a_former_build_is_not_taken_for_another_record_of_its_event_id() {
    FailedRecord first = record(events.get(0), bytes(events.get(0)));
    FailedRecord other =
        new FailedRecord(
            SequenceId.of("projections", "counting", "gate"), first.record(), first.event());
    formerly(other, LetterState.DISCARDED);
    letters.loadFor("assigned");
    assertThat(letters.givenUp().contains(other)).isTrue();
    assertThat(letters.givenUp().contains(first)).isFalse();
    letters.putAside(first, LetterState.PARKED, new IllegalStateException("a bug"), 4);
    assertThat(queue())
        .extracting(Letter::id)
        .containsExactly(first.id())
        .doesNotContain(formerId(events.get(0)));
  }

  private void formerly(FailedRecord record, LetterState state) {
    EventEnvelope event = record.event().orElseThrow();
    kept.insert(record.letter(formerId(event)).as(state, FAILURE));
  }

  private static String formerId(EventEnvelope event) {
    return CommandId.of("projections/counting", "", event.eventId().toString()).value();
  }
}
