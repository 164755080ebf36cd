package io.cornershop.eventing.consuming.handling;

import static io.cornershop.eventing.consuming.ConsumingFixtures.counted;
import static io.cornershop.eventing.consuming.ConsumingFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.held.ChannelLetters;
import io.cornershop.eventing.consuming.held.Failures;
import io.cornershop.eventing.deadletters.LetterOffices;
import io.cornershop.eventing.deadletters.RetrySchedule;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.InMemoryPositionLog;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.testing.CounterFixtures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Records that another life of the store has written, or nobody known. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OtherLivesTest extends HeldScene {

  @Test
  void a_record_of_another_epoch_is_passed_over_and_counted_and_its_key_goes_on() {
    send(counted("a", 1));
    send(of("another", counted("a", 2)), without(counted("a", 3)));
    send(counted("a", 4));
    awaitAllFinished();
    assertThat(counting.handled()).isEqualTo(Map.of("a", List.of(1L, 4L)));
    assertThat(others.passedOver()).isEqualTo(2);
    assertThat(all()).isEmpty();
  }

  @Test
  void a_record_that_cannot_be_read_is_a_letter_whatever_its_epoch() {
    send(new ConsumerRecord<>("counters.events", 0, nextOffset++, "a", GARBAGE));
    awaitAllFinished();
    assertThat(states()).isEqualTo(List.of("a@0 PARKED"));
    assertThat(others.passedOver()).isZero();
  }

  @Test
  void a_record_of_a_former_life_that_the_store_has_exactly_is_handled() {
    InMemoryEventStore store = new InMemoryEventStore(StoreLimits.USUAL, CounterFixtures.CLOCK);
    InMemoryPositionLog log = new InMemoryPositionLog();
    store.append(CommitFixtures.commit(StreamHead.empty(new StreamId("Counter", "a")), "c"));
    Commit commit = store.read(new StreamId("Counter", "a"), 1, 1).getFirst();
    log.append(List.of(log.head().next(commit)));
    EventEnvelope stored = commit.events().getFirst().at(EventEnvelope.POSITIONS_PER_COMMIT);
    Failures restored =
        new Failures(
            failures.policy(),
            failures.held(),
            new ChannelLetters(
                "projections",
                LetterOffices.of(letters, store, log),
                new RetrySchedule(RandomGenerator.getDefault()),
                CounterFixtures.CLOCK),
            failures.brake());
    HandlerDispatch next =
        new HandlerDispatch(List.of(counting), CounterFixtures.TYPES, lanes, restored, others);
    send(next, of("another", stored));
    awaitAllFinished();
    assertThat(counting.handled()).isEqualTo(Map.of("a", List.of(1L)));
    assertThat(others.passedOver()).isZero();
  }

  private ConsumerRecord<String, byte[]> of(String epoch, EventEnvelope event) {
    ConsumerRecord<String, byte[]> record = without(event);
    record.headers().add("epoch", epoch.getBytes(StandardCharsets.UTF_8));
    return record;
  }

  private ConsumerRecord<String, byte[]> without(EventEnvelope event) {
    String key = event.stream().aggregateId();
    return new ConsumerRecord<>("counters.events", 0, nextOffset++, key, json(event));
  }
}
