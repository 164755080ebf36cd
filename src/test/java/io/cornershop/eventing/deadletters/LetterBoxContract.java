package io.cornershop.eventing.deadletters;

import static io.cornershop.eventing.deadletters.Letters.BYTES;
import static io.cornershop.eventing.deadletters.Letters.CLOCK;
import static io.cornershop.eventing.deadletters.Letters.CUPS;
import static io.cornershop.eventing.deadletters.Letters.NOON;
import static io.cornershop.eventing.deadletters.Letters.parked;
import static io.cornershop.eventing.deadletters.Letters.unplaced;
import static io.cornershop.eventing.deadletters.Letters.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.deadletters.LetterBox.Put;
import io.cornershop.eventing.store.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** How letters come and go, on any adapter. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class LetterBoxContract {

  private static final int ROUNDS = 40;

  protected abstract DeadLetters letters();

  @Test
  void a_failed_letter_opens_its_sequence() {
    DeadLetters letters = letters();
    assertThat(new LetterBox(letters, CLOCK).open(parked(CUPS, 1), BYTES, NOON))
        .isEqualTo(Put.HELD);
    assertThat(letters.sequence(CUPS))
        .isEqualTo(Optional.of(HeldSequence.openedBy(parked(CUPS, 1), NOON)));
    assertThat(letters.queue(CUPS, 9)).isEqualTo(List.of(parked(CUPS, 1)));
  }

  @Test
  void a_redelivered_letter_is_no_second_one() {
    DeadLetters letters = letters();
    LetterBox box = new LetterBox(letters, CLOCK);
    box.open(parked(CUPS, 1), BYTES, NOON);
    box.enqueue(waiting(CUPS, 2), BYTES);
    assertThat(box.open(parked(CUPS, 1), BYTES, NOON)).isEqualTo(Put.HELD);
    assertThat(box.enqueue(waiting(CUPS, 1), BYTES)).isEqualTo(Put.HELD);
    assertThat(box.enqueue(waiting(CUPS, 2), BYTES)).isEqualTo(Put.HELD);
    assertThat(letters.queue(CUPS, 9)).isEqualTo(List.of(parked(CUPS, 1), waiting(CUPS, 2)));
  }

  @Test
  void a_head_whose_letter_was_not_written_any_more_gets_it_from_the_redelivery() {
    DeadLetters letters = letters();
    letters.insert(HeldSequence.openedBy(parked(CUPS, 1), NOON));
    assertThat(new LetterBox(letters, CLOCK).enqueue(waiting(CUPS, 1), BYTES)).isEqualTo(Put.HELD);
    assertThat(letters.queue(CUPS, 9))
        .extracting(Letter::state)
        .containsExactly(LetterState.PARKED);
  }

  @Test
  void a_second_failure_of_a_held_key_waits_behind_the_first() {
    DeadLetters letters = letters();
    LetterBox box = new LetterBox(letters, CLOCK);
    box.open(parked(CUPS, 2), BYTES, NOON);
    assertThat(box.open(parked(CUPS, 1), BYTES, NOON)).isEqualTo(Put.HELD);
    assertThat(letters.queue(CUPS, 9))
        .extracting(Letter::state)
        .containsExactly(LetterState.WAITING, LetterState.PARKED);
    assertThat(box.next(letters.sequence(CUPS).orElseThrow()).map(Letter::id)).contains("cup-2");
  }

  @Test
  void nothing_waits_behind_a_sequence_that_is_not_held() {
    DeadLetters letters = letters();
    assertThat(new LetterBox(letters, CLOCK).enqueue(waiting(CUPS, 2), BYTES))
        .isEqualTo(Put.CLOSED);
    assertThat(letters.letter("cup-2")).isEmpty();
  }

  @Test
  void what_has_no_position_waits_behind_all_that_is_there() {
    DeadLetters letters = letters();
    LetterBox box = new LetterBox(letters, CLOCK);
    box.open(parked(CUPS, 5), BYTES, NOON);
    box.enqueue(unplaced(CUPS, 9), BYTES);
    box.enqueue(waiting(CUPS, 6), BYTES);
    assertThat(letters.queue(CUPS, 9))
        .extracting(Letter::id)
        .containsExactly("cup-5", "cup@9", "cup-6");
  }

  @Test
  void a_discarded_letter_is_not_held_again() {
    DeadLetters letters = letters();
    LetterBox box = new LetterBox(letters, CLOCK);
    letters.insert(parked(CUPS, 1).closed(LetterState.DISCARDED, NOON));
    assertThat(box.open(parked(CUPS, 1), BYTES, NOON)).isEqualTo(Put.DONE);
    assertThat(letters.sequence(CUPS)).isEmpty();
  }

  @Test
  void a_letter_that_another_node_has_handled_meanwhile_is_no_head_again_by_failing_here() {
    DeadLetters letters = letters();
    LetterBox box = new LetterBox(letters, CLOCK);
    box.open(parked(CUPS, 1), BYTES, NOON);
    box.enqueue(waiting(CUPS, 2), BYTES);
    HeldSequence seen = letters.sequence(CUPS).orElseThrow();
    Letter tried = box.next(seen).orElseThrow();
    box.handled(tried);

    box.failed(seen, tried, LetterState.PARKED, tried.failure(), NOON.plusSeconds(1));

    assertThat(seen.head()).isEqualTo("cup-1");
    assertThat(letters.sequence(CUPS)).isEqualTo(Optional.of(seen));
  }

  @Test
  void a_discarded_letter_of_which_nothing_else_is_left_is_not_held_again() {
    DeadLetters letters = letters();
    letters.insert(parked(CUPS, 1).closed(LetterState.DISCARDED, NOON).emptied());
    assertThat(new LetterBox(letters, CLOCK).open(parked(CUPS, 1), BYTES, NOON))
        .isEqualTo(Put.DONE);
    assertThat(letters.sequence(CUPS)).isEmpty();
  }

  /** The bytes of the closed one may be removed at this moment. */
  @Test
  void a_letter_that_was_handled_and_fails_again_is_held_again_with_bytes_of_its_own() {
    DeadLetters letters = letters();
    LetterBox box = new LetterBox(letters, CLOCK);
    box.open(parked(CUPS, 1), BYTES, NOON);
    box.handled(parked(CUPS, 1));
    box.close(letters.sequence(CUPS).orElseThrow());
    box.open(parked(CUPS, 1), BYTES, NOON);
    letters.dropPayloads("cup-1", 0);
    assertThat(letters.queue(CUPS, 9)).isEqualTo(List.of(parked(CUPS, 1).edited(1).withVersion(3)));
    assertThat(letters.payload("cup-1", 1).orElseThrow()).isEqualTo(BYTES.orElseThrow());
  }

  @Test
  void a_sequence_to_which_a_letter_was_added_is_not_closed() {
    DeadLetters letters = letters();
    LetterBox box = new LetterBox(letters, CLOCK);
    box.open(parked(CUPS, 1), BYTES, NOON);
    HeldSequence seen = letters.sequence(CUPS).orElseThrow();
    box.enqueue(waiting(CUPS, 2), BYTES);
    assertThat(box.close(seen)).isFalse();
  }

  @Test
  void a_letter_that_fails_again_becomes_the_head_whatever_was_added_meanwhile() {
    DeadLetters letters = letters();
    LetterBox box = new LetterBox(letters, CLOCK);
    box.open(parked(CUPS, 1), BYTES, NOON);
    box.enqueue(waiting(CUPS, 2), BYTES);
    box.handled(parked(CUPS, 1));
    Letter second = waiting(CUPS, 2);
    LetterFailure failure = new LetterFailure("no answer", 1, NOON, NOON);
    HeldSequence seen = letters.sequence(CUPS).orElseThrow();
    box.failed(seen, second, LetterState.RETRYING, failure, NOON.plusSeconds(5));
    assertThat(letters.sequence(CUPS))
        .isEqualTo(
            Optional.of(
                new HeldSequence(
                    CUPS,
                    LetterState.RETRYING,
                    new HeldSequence.Home("inventory.events", 3),
                    "cup-2",
                    NOON.plusSeconds(5),
                    Optional.empty(),
                    3)));
    assertThat(letters.queue(CUPS, 9))
        .isEqualTo(List.of(second.as(LetterState.RETRYING, failure).next()));
  }

  /** It would be answered and never carried out. */
  @Test
  void what_is_wished_while_the_letter_is_tried_is_still_to_be_done() {
    DeadLetters letters = letters();
    LetterBox box = new LetterBox(letters, CLOCK);
    LetterDesk desk = new LetterDesk(letters, CLOCK);
    Letter parked = parked(CUPS, 1);
    box.open(parked, BYTES, NOON);
    desk.retry(parked);
    HeldSequence tried = letters.sequence(CUPS).orElseThrow();
    Letter edited = desk.edit(parked, new byte[] {1});
    box.failed(tried, parked, LetterState.PARKED, parked.failure(), NOON);
    HeldSequence wished = letters.sequence(CUPS).orElseThrow();
    box.failed(wished, edited, LetterState.PARKED, parked.failure(), NOON);
    HeldSequence done = letters.sequence(CUPS).orElseThrow();
    assertThat(wished.wish()).contains(new Wish(Wish.Kind.RETRY, "cup-1", 3));
    assertThat(done.wish()).isEmpty();
  }

  @Test
  void a_letter_that_was_handled_is_closed_whatever_was_noted_in_it_meanwhile() {
    DeadLetters letters = letters();
    LetterBox box = new LetterBox(letters, CLOCK);
    box.open(parked(CUPS, 1), BYTES, NOON);
    box.derived(parked(CUPS, 1));
    box.handled(parked(CUPS, 1));
    assertThat(letters.letter("cup-1"))
        .isEqualTo(
            Optional.of(
                parked(CUPS, 1).derivedNow().closed(LetterState.RETRIED, NOON).withVersion(3)));
  }

  @Test
  void a_letter_that_was_edited_while_it_was_tried_is_tried_again() {
    DeadLetters letters = letters();
    LetterBox box = new LetterBox(letters, CLOCK);
    box.open(parked(CUPS, 1), BYTES, NOON);
    Letter edited = new LetterDesk(letters, CLOCK).edit(parked(CUPS, 1), new byte[] {1});
    box.handled(parked(CUPS, 1));
    assertThat(letters.letter("cup-1")).isEqualTo(Optional.of(edited));
  }

  /** Each letter is either handled by the one who empties, or by the one who came too late. */
  @Test
  void a_letter_that_races_with_the_closing_is_neither_lost_nor_left_behind() {
    DeadLetters letters = letters();
    LetterBox box = new LetterBox(letters, CLOCK);
    List<String> outcomes = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      Letter late = waiting(CUPS, 2L * round);
      box.open(parked(CUPS, 2L * round - 1), BYTES, NOON);
      List<String> both =
          Together.run(() -> box.enqueue(late, BYTES).name(), () -> emptied(letters, box));
      boolean open = letters.sequence(CUPS).isPresent();
      outcomes.add(both.getFirst());
      if (open) {
        emptied(letters, box);
      }
      assertThat(letters.queue(CUPS, 9)).isEmpty();
      assertThat(letters.letter(late.id()).map(Letter::state))
          .isEqualTo(
              both.getFirst().equals("CLOSED")
                  ? Optional.empty()
                  : Optional.of(LetterState.RETRIED));
    }
    assertThat(outcomes).hasSize(ROUNDS);
  }

  private static String emptied(DeadLetters letters, LetterBox box) {
    Optional<HeldSequence> held = letters.sequence(CUPS);
    while (held.isPresent()) {
      Optional<Letter> next = box.next(held.get());
      next.ifPresent(box::handled);
      if (next.isEmpty()) {
        box.close(held.get());
      }
      held = letters.sequence(CUPS);
    }
    return "emptied";
  }
}
