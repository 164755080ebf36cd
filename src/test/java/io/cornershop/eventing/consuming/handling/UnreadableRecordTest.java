package io.cornershop.eventing.consuming.handling;

import static io.cornershop.eventing.consuming.ConsumingFixtures.counted;
import static io.cornershop.eventing.consuming.ConsumingFixtures.event;
import static io.cornershop.eventing.consuming.ConsumingFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.SequenceId;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What becomes of a record that nobody can read. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnreadableRecordTest extends HeldScene {

  private static final UUID ONE_ID = new UUID(7, 7);

  @Test
  void is_parked_once_for_the_channel_and_later_records_of_its_key_wait() {
    send(record("a", GARBAGE), record("a", json(counted("a", 2))));
    send(counted("b", 1));
    awaitAllFinished();
    assertThat(counting.handled()).isEqualTo(Map.of("b", List.of(1L)));
    assertThat(other.handled()).isEqualTo(Map.of("b", List.of(1L)));
    assertThat(states()).isEqualTo(List.of("a@0 PARKED", "a@1 WAITING"));
    assertThat(all()).extracting(Letter::sequence).containsOnly(RECORDS_OF_A);
  }

  @Test
  void gives_way_to_all_that_waits_for_all_handlers_when_it_is_discarded() {
    send(record("a", GARBAGE));
    send(counted("a", 2), counted("a", 3));
    awaitAllFinished();
    desk.discard(head(RECORDS_OF_A));
    awaitClosed(RECORDS_OF_A);
    assertThat(counting.handled()).isEqualTo(Map.of("a", List.of(2L, 3L)));
    assertThat(other.handled()).isEqualTo(Map.of("a", List.of(2L, 3L)));
  }

  @Test
  void is_passed_over_when_it_comes_again_after_it_was_discarded() {
    List<ConsumerRecord<String, byte[]>> sent =
        List.of(record("a", GARBAGE), record("a", json(counted("a", 1))));
    sent.forEach(record -> send(dispatch, record));
    awaitAllFinished();
    desk.discard(head(RECORDS_OF_A));
    awaitClosed(RECORDS_OF_A);
    sendAgainElsewhere(sent);
    assertThat(counting.handled()).isEqualTo(Map.of("a", List.of(1L, 1L)));
    assertThat(states()).isEqualTo(List.of("a@0 DISCARDED", "a@1 RETRIED"));
  }

  @Test
  void is_held_alone_without_a_key() {
    send(record(null, GARBAGE), record(null, json(counted("a", 1))));
    awaitAllFinished();
    assertThat(counting.handled()).isEqualTo(Map.of("a", List.of(1L)));
    assertThat(states()).isEqualTo(List.of("counters.events-0 offset 0@0 PARKED"));
  }

  @Test
  void is_parked_without_a_value_too() {
    send(record("a", null));
    awaitAllFinished();
    assertThat(states()).isEqualTo(List.of("a@0 PARKED"));
    assertThat(letters.payload(all().getFirst().id(), 0)).isEmpty();
  }

  @Test
  void waits_for_an_upgrade_when_a_newer_build_wrote_it() {
    send(event(new EventType("Renamed", 1), "a", 1));
    send(event(new EventType("Counted", 2), "b", 1));
    awaitAllFinished();
    assertThat(states()).isEqualTo(List.of("a@0 WAITING_FOR_UPGRADE", "b@1 WAITING_FOR_UPGRADE"));
  }

  @Test
  void is_handled_with_all_that_waits_by_a_build_that_can_read_it() {
    send(record("a", GARBAGE));
    send(counted("a", 2));
    awaitAllFinished();
    desk.edit(head(RECORDS_OF_A), json(counted("a", 1)));
    awaitClosed(RECORDS_OF_A);
    assertThat(counting.handled()).isEqualTo(Map.of("a", List.of(1L, 2L)));
  }

  @Test
  void is_not_taken_for_another_one_of_the_same_event_id() {
    send(newer(9, "s-b", 1), newer(9, "s-a", 1), newer(9, "s-a", 2), newer(1, "s-a", 3));
    send(counted("s-a", 4));
    awaitAllFinished();
    assertThat(states())
        .isEqualTo(
            List.of(
                "s-b@0 WAITING_FOR_UPGRADE",
                "s-a@1 WAITING_FOR_UPGRADE",
                "s-a@2 WAITING",
                "s-a@3 WAITING",
                "s-a@4 WAITING"));
    assertThat(letters.sequence(new SequenceId("projections", "s-a")).orElseThrow().head())
        .isEqualTo(all().get(1).id());
  }

  /** As the relay does when it is not certain that the first was taken. */
  @Test
  void is_no_second_letter_when_the_same_bytes_come_again_at_another_offset() {
    send(newer(9, "s-a", 1), newer(9, "s-a", 2));
    send(newer(9, "s-a", 1), newer(9, "s-a", 2));
    awaitAllFinished();
    assertThat(states()).isEqualTo(List.of("s-a@0 WAITING_FOR_UPGRADE", "s-a@1 WAITING"));
  }

  private static EventEnvelope newer(int version, String key, long sequence) {
    EventEnvelope event = event(new EventType("Counted", version), key, sequence);
    return new EventEnvelope(
        ONE_ID,
        event.type(),
        event.stream(),
        event.sequence(),
        event.timestamp(),
        event.data(),
        event.metadata(),
        event.position());
  }
}
