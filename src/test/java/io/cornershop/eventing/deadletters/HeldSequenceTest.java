package io.cornershop.eventing.deadletters;

import static io.cornershop.eventing.deadletters.Letters.CUPS;
import static io.cornershop.eventing.deadletters.Letters.NOON;
import static io.cornershop.eventing.deadletters.Letters.parked;
import static io.cornershop.eventing.deadletters.Letters.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HeldSequenceTest {

  private static final HeldSequence PARKED = HeldSequence.openedBy(parked(CUPS, 1), NOON);
  private static final HeldSequence RETRYING =
      HeldSequence.openedBy(waiting(CUPS, 1).in(LetterState.RETRYING), NOON);

  @Test
  void what_is_retried_is_due_at_its_time() {
    assertThat(RETRYING.isDue(NOON.minusMillis(1))).isFalse();
    assertThat(RETRYING.isDue(NOON)).isTrue();
  }

  @Test
  void what_is_parked_is_due_when_an_operator_wishes() {
    assertThat(PARKED.isDue(NOON.plusSeconds(1_000_000))).isFalse();
    assertThat(PARKED.wishing(new Wish(Wish.Kind.RETRY, "cup-1")).isDue(NOON)).isTrue();
  }

  @Test
  void a_failure_makes_its_letter_the_head_and_fulfils_the_wish() {
    HeldSequence wished = PARKED.wishing(new Wish(Wish.Kind.RETRY, "cup-1"));
    Letter next = waiting(CUPS, 2).in(LetterState.RETRYING);
    assertThat(wished.failedAt(next, NOON.plusSeconds(5), wished.wish()))
        .isEqualTo(
            new HeldSequence(
                CUPS,
                LetterState.RETRYING,
                next.source().home(),
                "cup-2",
                NOON.plusSeconds(5),
                Optional.empty(),
                3));
  }

  @Test
  void a_wish_to_discard_is_for_the_letter_that_the_operator_saw() {
    HeldSequence wished = PARKED.wishing(new Wish(Wish.Kind.DISCARD, "cup-1"));
    assertThat(wished.discards(parked(CUPS, 1))).isTrue();
    assertThat(wished.discards(waiting(CUPS, 2))).isFalse();
    assertThat(PARKED.discards(parked(CUPS, 1))).isFalse();
  }
}
