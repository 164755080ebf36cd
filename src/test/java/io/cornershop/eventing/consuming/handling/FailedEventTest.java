package io.cornershop.eventing.consuming.handling;

import static io.cornershop.eventing.consuming.ConsumingFixtures.counted;
import static io.cornershop.eventing.consuming.ConsumingFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.ConsumingFixtures;
import io.cornershop.eventing.consuming.held.Failures;
import io.cornershop.eventing.consuming.held.HeldEvents;
import io.cornershop.eventing.consuming.partitions.PartitionProgress;
import io.cornershop.eventing.consuming.partitions.Polled;
import io.cornershop.eventing.consuming.partitions.PolledRecords;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterBox;
import io.cornershop.eventing.deadletters.LetterSource;
import io.cornershop.eventing.deadletters.LetterState;
import io.cornershop.eventing.events.UnreadableEvent;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.testing.Await;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What becomes of an event that a handler cannot handle. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FailedEventTest extends HeldScene {

  @Test
  void is_parked_and_holds_its_key_in_this_handler_only() {
    poison(counted("a", 1));
    send(counted("a", 1), counted("a", 2), counted("b", 1));
    awaitAllFinished();
    assertThat(counting.handled()).isEqualTo(Map.of("b", List.of(1L)));
    assertThat(other.handled()).isEqualTo(Map.of("a", List.of(1L, 2L), "b", List.of(1L)));
    assertThat(states()).isEqualTo(List.of("a@0 PARKED", "a@1 WAITING"));
  }

  @Test
  void keeps_its_bytes_headers_coordinates_and_reason() {
    poison(counted("a", 1));
    ConsumerRecord<String, byte[]> record = record("a", json(counted("a", 1)));
    record.headers().add("trace", new byte[] {1, -1});
    send(record);
    awaitAllFinished();
    Letter letter = all().getFirst();
    assertThat(letters.payload(letter.id(), 0).orElseThrow()).isEqualTo(record.value());
    assertThat(letter.source().header("trace").orElseThrow()).isEqualTo(new byte[] {1, -1});
    assertThat(letter.source().place()).isEqualTo("counters.events-0");
    assertThat(letter.position()).isEqualTo(OptionalLong.of(1_000));
    assertThat(letter.failure().reason()).isEqualTo("java.lang.IllegalStateException: a bug");
    assertThat(letter.failure().attempts()).isEqualTo(4);
  }

  @Test
  void is_handled_with_all_behind_it_in_order_when_an_operator_retries_it() {
    poison(counted("a", 1));
    send(counted("a", 1), counted("a", 2), counted("a", 3));
    awaitAllFinished();
    bad.clear();
    desk.retry(head(A));
    awaitClosed(A);
    send(counted("a", 4));
    awaitAllFinished();
    assertThat(counting.handled()).isEqualTo(Map.of("a", List.of(1L, 2L, 3L, 4L)));
    assertThat(states()).isEqualTo(List.of("a@0 RETRIED", "a@1 RETRIED", "a@2 RETRIED"));
  }

  @Test
  void stays_the_head_when_it_fails_three_times_more_and_nothing_is_lost() {
    poison(counted("a", 1));
    send(counted("a", 1), counted("a", 2));
    awaitAllFinished();
    for (int retry = 1; retry <= 3; retry++) {
      desk.retry(head(A));
      int attempts = 4 + retry;
      Await.holds(
          "it has failed again",
          () -> {
            work.turn();
            return head(A).failure().attempts() == attempts;
          });
    }
    assertThat(states()).isEqualTo(List.of("a@0 PARKED", "a@1 WAITING"));
    assertThat(counting.handled()).isEmpty();
  }

  @Test
  void gives_way_to_the_next_that_fails() {
    poison(counted("a", 1));
    send(counted("a", 1), counted("a", 2), counted("a", 3));
    awaitAllFinished();
    bad.clear();
    poison(counted("a", 2));
    desk.retry(head(A));
    work.turn();
    Await.holds("the next is the head", () -> head(A).source().offset() == 1);
    assertThat(states()).isEqualTo(List.of("a@0 RETRIED", "a@1 RETRYING", "a@2 WAITING"));
  }

  @Test
  void of_a_newer_build_is_handled_with_any_number_behind_it_by_one_look() {
    int many = 450;
    AtomicBoolean upgraded = new AtomicBoolean();
    counting.doing(
        event -> {
          if (!upgraded.get()) {
            throw UnreadableEvent.newer(event.type());
          }
        });
    for (int sequence = 1; sequence <= many; sequence++) {
      send(counted("a", sequence));
    }
    awaitAllFinished();
    assertThat(head(A).state()).isEqualTo(LetterState.WAITING_FOR_UPGRADE);
    upgraded.set(true);

    work.turn();

    Await.holds("it is closed", () -> letters.sequence(A).isEmpty());
    assertThat(counting.handled())
        .isEqualTo(Map.of("a", LongStream.rangeClosed(1, many).boxed().toList()));
  }

  @Test
  void is_passed_over_when_an_operator_discards_it() {
    poison(counted("a", 1));
    send(counted("a", 1), counted("a", 2));
    awaitAllFinished();
    desk.discard(head(A));
    awaitClosed(A);
    assertThat(counting.handled()).isEqualTo(Map.of("a", List.of(2L)));
    assertThat(states()).isEqualTo(List.of("a@0 DISCARDED", "a@1 RETRIED"));
  }

  @Test
  void is_passed_over_when_it_comes_again_after_it_was_discarded() {
    poison(counted("a", 1));
    send(counted("a", 1), counted("a", 2));
    awaitAllFinished();
    desk.discard(head(A));
    awaitClosed(A);
    bad.clear();
    sendAgainElsewhere(counted("a", 1), counted("a", 2), counted("a", 3));
    assertThat(counting.handled()).isEqualTo(Map.of("a", List.of(2L, 2L, 3L)));
    assertThat(other.handled()).isEqualTo(Map.of("a", List.of(1L, 2L, 1L, 2L, 3L)));
  }

  @Test
  void is_handled_as_it_was_edited_and_kept_as_it_came() {
    poison(counted("a", 1));
    byte[] came = json(counted("a", 1));
    send(counted("a", 1));
    awaitAllFinished();
    Letter letter = head(A);
    desk.edit(letter, json(counted("a", 7)));
    awaitClosed(A);
    assertThat(counting.handled()).isEqualTo(Map.of("a", List.of(7L)));
    assertThat(letters.payload(letter.id(), 0).orElseThrow()).isEqualTo(came);
    assertThat(letters.payload(letter.id(), 1).orElseThrow()).isEqualTo(json(counted("a", 7)));
  }

  @Test
  void is_no_second_letter_when_it_comes_again_after_a_crash() {
    poison(counted("a", 1));
    send(counted("a", 1), counted("a", 2));
    awaitAllFinished();
    List<Letter> before = all();
    nextOffset = 0;
    send(counted("a", 1), counted("a", 2));
    awaitAllFinished();
    assertThat(all()).isEqualTo(before);
  }

  @Test
  void has_one_derived_record_and_what_waits_behind_it_has_none() {
    poison(counted("a", 1));
    send(counted("a", 1), counted("a", 2));
    awaitAllFinished();
    work.turn();
    work.turn();
    assertThat(derived).isEqualTo(List.of(head(A).id()));
  }

  @Test
  void is_known_to_another_node_before_its_first_record_is_handled() {
    poison(counted("a", 1));
    send(counted("a", 1));
    awaitAllFinished();
    Failures elsewhere =
        ConsumingFixtures.failures(
            new HeldEvents("projections", CounterFixtures.CLOCK), letters, lanes);
    HandlerDispatch next =
        new HandlerDispatch(List.of(counting), CounterFixtures.TYPES, lanes, elsewhere, others);
    bad.clear();
    PartitionProgress assigned = new PartitionProgress();
    assigned.delivered(nextOffset);
    next.accept(
        new PolledRecords(List.of(new Polled(record("a", json(counted("a", 2))), assigned))));
    Await.holds("it is finished", () -> assigned.unfinished() == 0);
    assertThat(counting.handled()).isEmpty();
    assertThat(states()).isEqualTo(List.of("a@0 PARKED", "a@1 WAITING"));
  }

  @Test
  void goes_a_day_after_it_was_handled_if_its_partition_is_ours() {
    poison(counted("a", 1));
    send(counted("a", 1));
    awaitAllFinished();
    Clock twoDaysAgo = Clock.offset(CounterFixtures.CLOCK, Duration.ofDays(-2));
    new LetterBox(letters, twoDaysAgo).handled(head(A));
    Letter closed = all().getFirst();
    Letter elsewhere = Letter.of("elsewhere", A, other(closed.source()), closed.position());
    letters.insert(elsewhere);
    new LetterBox(letters, twoDaysAgo).handled(elsewhere);
    work.turn();
    assertThat(all()).extracting(Letter::id).isEqualTo(List.of("elsewhere"));
  }

  private static LetterSource other(LetterSource source) {
    return new LetterSource("others.events", 0, 1, source.key(), source.headers());
  }
}
