package io.cornershop.eventing.deadletters;

import static io.cornershop.eventing.deadletters.Letters.CUPS;
import static io.cornershop.eventing.deadletters.Letters.JUGS;
import static io.cornershop.eventing.deadletters.Letters.NOON;
import static io.cornershop.eventing.deadletters.Letters.parked;
import static io.cornershop.eventing.deadletters.Letters.unplaced;
import static io.cornershop.eventing.deadletters.Letters.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.deadletters.DeadLetters.OpenCount;
import io.cornershop.eventing.deadletters.DeadLetters.Payload;
import io.cornershop.eventing.store.Together;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every adapter of dead letters does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class DeadLettersContract {

  private static final HeldSequence HELD = HeldSequence.openedBy(parked(CUPS, 1), NOON);
  private static final SequenceId ELSEWHERE = SequenceId.of("processes", "stock", "cup");

  protected abstract DeadLetters letters();

  @Test
  void gives_back_a_sequence_as_it_was_kept() {
    DeadLetters letters = letters();
    assertThat(letters.insert(HELD)).isTrue();
    assertThat(letters.sequence(CUPS)).isEqualTo(Optional.of(HELD));
    assertThat(letters.sequence(JUGS)).isEmpty();
  }

  @Test
  void holds_a_sequence_once() {
    DeadLetters letters = letters();
    letters.insert(HELD);
    assertThat(letters.insert(HeldSequence.openedBy(parked(CUPS, 2), NOON))).isFalse();
    assertThat(letters.sequence(CUPS)).isEqualTo(Optional.of(HELD));
  }

  @Test
  void replaces_a_sequence_only_at_the_version_that_was_seen() {
    DeadLetters letters = letters();
    letters.insert(HELD);
    HeldSequence next = HELD.wishing(new Wish(Wish.Kind.RETRY, HELD.head()));
    assertThat(letters.replace(next)).isTrue();
    assertThat(letters.replace(HELD.failedAt(parked(CUPS, 3), NOON, Optional.empty()))).isFalse();
    assertThat(letters.sequence(CUPS)).isEqualTo(Optional.of(next));
  }

  @Test
  void removes_a_sequence_only_at_the_version_that_was_seen() {
    DeadLetters letters = letters();
    letters.insert(HELD);
    assertThat(letters.touch(CUPS)).isTrue();
    assertThat(letters.remove(HELD)).isFalse();
    assertThat(letters.remove(letters.sequence(CUPS).orElseThrow())).isTrue();
    assertThat(letters.sequence(CUPS)).isEmpty();
    assertThat(letters.touch(CUPS)).isFalse();
  }

  @Test
  void lists_the_sequences_of_a_channel_page_by_page() {
    DeadLetters letters = letters();
    HeldSequence jugs = HeldSequence.openedBy(parked(JUGS, 1), NOON);
    letters.insert(jugs);
    letters.insert(HeldSequence.openedBy(parked(ELSEWHERE, 1), NOON));
    letters.insert(HELD);
    assertThat(letters.sequences("projections", Optional.empty(), 1)).isEqualTo(List.of(HELD));
    assertThat(letters.sequences("projections", Optional.of(CUPS), 5)).isEqualTo(List.of(jugs));
  }

  @Test
  void finds_those_of_some_sequences_that_are_held() {
    DeadLetters letters = letters();
    letters.insert(HELD);
    letters.insert(HeldSequence.openedBy(parked(ELSEWHERE, 1), NOON));
    assertThat(letters.sequences(Set.of(CUPS, JUGS))).isEqualTo(List.of(HELD));
  }

  @Test
  void replaces_of_many_sequences_those_at_the_version_that_was_seen() {
    DeadLetters letters = letters();
    HeldSequence jugs = HeldSequence.openedBy(parked(JUGS, 1), NOON);
    letters.insert(HELD);
    letters.insert(jugs);
    letters.touch(JUGS);
    assertThat(letters.replaceAll(List.of(HELD.wishingRetry(), jugs.wishingRetry()))).isFalse();
    assertThat(letters.sequence(CUPS)).isEqualTo(Optional.of(HELD.wishingRetry()));
    HeldSequence touched = letters.sequence(JUGS).orElseThrow();
    HeldSequence next = HELD.wishingRetry().wishingRetry();
    assertThat(letters.replaceAll(List.of(next, touched.wishingRetry()))).isTrue();
    assertThat(letters.sequence(CUPS)).isEqualTo(Optional.of(next));
    assertThat(letters.sequence(JUGS)).isEqualTo(Optional.of(touched.wishingRetry()));
  }

  @Test
  void gives_back_a_letter_as_it_was_kept() {
    DeadLetters letters = letters();
    assertThat(letters.insert(parked(CUPS, 1))).isTrue();
    assertThat(letters.insert(unplaced(CUPS, 2))).isTrue();
    assertThat(letters.letter("cup-1")).isEqualTo(Optional.of(parked(CUPS, 1)));
    assertThat(letters.letter("cup@2")).isEqualTo(Optional.of(unplaced(CUPS, 2)));
  }

  @Test
  void gives_back_a_letter_about_a_stored_event_and_one_that_is_closed_and_emptied() {
    DeadLetters letters = letters();
    Letter stored = waiting(CUPS, 1).storedAs(new UUID(1, 2));
    Letter emptied = parked(CUPS, 2).closed(LetterState.DISCARDED, NOON).emptied();
    letters.insert(stored);
    letters.insert(emptied);
    assertThat(letters.letter("cup-1")).isEqualTo(Optional.of(stored));
    assertThat(letters.letter("cup-2")).isEqualTo(Optional.of(emptied));
  }

  @Test
  void keeps_the_first_of_two_letters_with_one_id() {
    DeadLetters letters = letters();
    letters.insert(parked(CUPS, 1));
    assertThat(letters.insert(waiting(CUPS, 1))).isFalse();
    assertThat(letters.letter("cup-1")).isEqualTo(Optional.of(parked(CUPS, 1)));
  }

  @Test
  void replaces_and_removes_a_letter_only_at_the_version_that_was_seen() {
    DeadLetters letters = letters();
    Letter letter = parked(CUPS, 1);
    letters.insert(letter);
    Letter retried = letter.closed(LetterState.RETRIED, NOON).next();
    assertThat(letters.replace(retried)).isTrue();
    assertThat(letters.replace(letter.closed(LetterState.DISCARDED, NOON).next())).isFalse();
    assertThat(letters.remove(letter)).isFalse();
    assertThat(letters.letter("cup-1")).isEqualTo(Optional.of(retried));
    assertThat(letters.remove(retried)).isTrue();
    assertThat(letters.letter("cup-1")).isEmpty();
  }

  @Test
  void queues_the_open_letters_of_a_sequence_by_order_and_offset() {
    DeadLetters letters = letters();
    List<Letter> inOrder =
        List.of(parked(CUPS, 1), waiting(CUPS, 2), unplaced(CUPS, 7).ordered(2), waiting(CUPS, 10));
    inOrder.reversed().forEach(letters::insert);
    letters.insert(waiting(JUGS, 3));
    letters.insert(waiting(CUPS, 4).closed(LetterState.RETRIED, NOON));
    assertThat(letters.queue(CUPS, 10)).isEqualTo(inOrder);
    assertThat(letters.queue(CUPS, 2)).isEqualTo(inOrder.subList(0, 2));
    assertThat(letters.lastOrder(CUPS)).isEqualTo(OptionalLong.of(10));
    assertThat(letters.openLetters(Set.of(CUPS, JUGS, ELSEWHERE)))
        .isEqualTo(Map.of(CUPS, 4L, JUGS, 1L, ELSEWHERE, 0L));
  }

  @Test
  void counts_open_letters_by_consumer_and_state() {
    DeadLetters letters = letters();
    List.of(parked(CUPS, 1), waiting(CUPS, 2), waiting(CUPS, 3), parked(ELSEWHERE, 9))
        .forEach(letters::insert);
    letters.insert(parked(CUPS, 4).closed(LetterState.DISCARDED, NOON));
    assertThat(letters.openCounts())
        .containsExactlyInAnyOrder(
            new OpenCount(CUPS.consumer(), LetterState.PARKED, 1),
            new OpenCount(CUPS.consumer(), LetterState.WAITING, 2),
            new OpenCount(ELSEWHERE.consumer(), LetterState.PARKED, 1));
  }

  @Test
  void lists_letters_from_the_latest_failure_back_page_by_page() {
    DeadLetters letters = letters();
    List.of(parked(CUPS, 1), parked(CUPS, 3), waiting(JUGS, 2)).forEach(letters::insert);
    List<Letter> two = List.of(parked(CUPS, 3), waiting(JUGS, 2));
    assertThat(letters.list(LetterFilter.ALL, Optional.empty(), 2)).isEqualTo(two);
    assertThat(letters.list(LetterFilter.ALL, Optional.of(LetterFilter.Place.of(two.getLast())), 2))
        .isEqualTo(List.of(parked(CUPS, 1)));
  }

  @Test
  void filters_letters() {
    DeadLetters letters = letters();
    Letter foreign = parked(ELSEWHERE, 1);
    Letter same =
        new Letter(
            "other",
            foreign.sequence(),
            foreign.state(),
            foreign.source(),
            foreign.position(),
            Optional.empty(),
            1,
            foreign.failure(),
            0,
            false,
            Optional.empty(),
            1);
    List.of(parked(CUPS, 1), waiting(JUGS, 2), same).forEach(letters::insert);
    assertThat(found(letters, "processes/stock", null, null, null)).isEqualTo(List.of("other"));
    assertThat(found(letters, null, LetterState.WAITING, null, null)).isEqualTo(List.of("jug-2"));
    assertThat(found(letters, null, null, "inventory.events", "jug")).isEqualTo(List.of("jug-2"));
    assertThat(found(letters, null, null, "orders.events", null)).isEmpty();
  }

  private static List<String> found(
      DeadLetters letters, String consumer, LetterState state, String topic, String key) {
    LetterFilter filter =
        new LetterFilter(
            Optional.ofNullable(consumer),
            Optional.ofNullable(state),
            Optional.ofNullable(topic),
            Optional.ofNullable(key));
    return letters.list(filter, Optional.empty(), 9).stream().map(Letter::id).toList();
  }

  @Test
  void finds_failed_letters_without_a_derived_record() {
    DeadLetters letters = letters();
    Letter failed = parked(CUPS, 1);
    List.of(failed, waiting(CUPS, 2), parked(CUPS, 3).closed(LetterState.DISCARDED, NOON))
        .forEach(letters::insert);
    assertThat(letters.underived("projections", 9)).isEqualTo(List.of(failed));
    letters.replace(failed.derivedNow().next());
    assertThat(letters.underived("projections", 9)).isEmpty();
  }

  @Test
  void finds_what_was_closed_long_ago_and_is_not_emptied_page_by_page() {
    DeadLetters letters = letters();
    Letter retried = parked(CUPS, 1).closed(LetterState.RETRIED, NOON);
    Letter discarded = parked(JUGS, 2).closed(LetterState.DISCARDED, NOON);
    Letter emptied = parked(JUGS, 3).closed(LetterState.DISCARDED, NOON).emptied();
    Letter later = parked(JUGS, 4).closed(LetterState.RETRIED, NOON.plusMillis(1));
    List.of(discarded, retried, emptied, later, parked(CUPS, 5)).forEach(letters::insert);
    Instant time = NOON.plusMillis(1);
    assertThat(letters.closedBefore(time, Optional.empty(), 9))
        .isEqualTo(List.of(retried, discarded));
    assertThat(letters.closedBefore(time, Optional.empty(), 1)).isEqualTo(List.of(retried));
    assertThat(letters.closedBefore(time, Optional.of("cup-1"), 9)).isEqualTo(List.of(discarded));
  }

  @Test
  void drops_the_bytes_of_some_revisions() {
    DeadLetters letters = letters();
    for (int revision = 0; revision <= 2; revision++) {
      letters.keepPayload("cup-1", revision, new byte[9 << 20]);
    }
    letters.keepPayload("cup-10", 0, new byte[] {1});
    letters.dropPayloads("cup-1", 1);
    assertThat(letters.payload("cup-1", 0)).isEmpty();
    assertThat(letters.payload("cup-1", 1)).isEmpty();
    assertThat(letters.payload("cup-1", 2).map(bytes -> bytes.length)).contains(9 << 20);
    assertThat(letters.payload("cup-10", 0)).isPresent();
  }

  @Test
  void names_the_bytes_that_are_kept_page_by_page() {
    DeadLetters letters = letters();
    letters.keepPayload("cup-1", 0, new byte[9 << 20]);
    letters.keepPayload("cup-1", 1, new byte[0]);
    letters.keepPayload("jug-1", 0, new byte[] {1});
    assertThat(letters.payloads(Optional.empty(), 2))
        .isEqualTo(List.of(new Payload("cup-1", 0), new Payload("cup-1", 1)));
    assertThat(letters.payloads(Optional.of(new Payload("cup-1", 1)), 2))
        .isEqualTo(List.of(new Payload("jug-1", 0)));
  }

  @Test
  void keeps_the_first_bytes_of_each_revision_of_any_size() {
    DeadLetters letters = letters();
    byte[] large = new byte[20 << 20];
    new Random(1).nextBytes(large);
    letters.keepPayload("cup-1", 0, large);
    letters.keepPayload("cup-1", 0, large);
    letters.keepPayload("cup-1", 1, new byte[0]);
    letters.keepPayload("cup-1", 1, new byte[] {1});
    assertThat(letters.payload("cup-1", 0)).hasValueSatisfying(b -> assertThat(b).isEqualTo(large));
    assertThat(letters.payload("cup-1", 1)).hasValueSatisfying(b -> assertThat(b).isEmpty());
    assertThat(letters.payload("cup-1", 2)).isEmpty();
  }

  @Test
  void of_two_that_open_a_sequence_at_once_one_does() {
    DeadLetters letters = letters();
    assertThat(Together.run(() -> letters.insert(HELD), () -> letters.insert(HELD)))
        .containsExactlyInAnyOrder(true, false);
  }
}
