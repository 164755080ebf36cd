package io.cornershop.eventing.deadletters;

import static io.cornershop.eventing.deadletters.Letters.BYTES;
import static io.cornershop.eventing.deadletters.Letters.CUPS;
import static io.cornershop.eventing.deadletters.Letters.JUGS;
import static io.cornershop.eventing.deadletters.Letters.NOON;
import static io.cornershop.eventing.deadletters.Letters.parked;
import static io.cornershop.eventing.deadletters.Letters.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClosedLettersTest {

  private static final Duration KEPT = Duration.ofDays(90);

  private final InMemoryDeadLetters letters = new InMemoryDeadLetters();

  private void keep(Letter letter) {
    letters.insert(letter);
    letters.keepPayload(letter.id(), 0, BYTES.orElseThrow());
  }

  private ClosedLetters after(Duration time) {
    return new ClosedLetters(letters, KEPT, Clock.fixed(NOON.plus(time), ZoneOffset.UTC));
  }

  private List<Letter> left() {
    return letters.list(LetterFilter.ALL, Optional.empty(), 1_000);
  }

  @Test
  void what_was_retried_long_ago_goes_with_its_bytes() {
    Letter open = parked(JUGS, 2);
    keep(parked(CUPS, 1).closed(LetterState.RETRIED, NOON));
    keep(open);
    after(KEPT.plusMillis(1)).removeSome(letter -> true);
    assertThat(left()).isEqualTo(List.of(open));
    assertThat(letters.payload("cup-1", 0)).isEmpty();
    assertThat(letters.payload("jug-2", 0)).isPresent();
  }

  @Test
  void of_what_was_discarded_it_stays_that_it_was() {
    Letter discarded = parked(CUPS, 1).closed(LetterState.DISCARDED, NOON);
    keep(discarded);
    after(KEPT.plusMillis(1)).removeSome(letter -> true);
    assertThat(left()).isEqualTo(List.of(discarded.emptied().next()));
    assertThat(left().getFirst().source().headers()).isEmpty();
    assertThat(letters.payload("cup-1", 0)).isEmpty();
  }

  @Test
  void what_was_closed_lately_stays() {
    Letter retried = parked(CUPS, 1).closed(LetterState.RETRIED, NOON);
    keep(retried);
    after(KEPT).removeSome(letter -> true);
    assertThat(left()).isEqualTo(List.of(retried));
  }

  @Test
  void what_another_node_owns_stays() {
    Letter theirs = parked(CUPS, 1).closed(LetterState.RETRIED, NOON);
    keep(theirs);
    keep(parked(JUGS, 2).closed(LetterState.RETRIED, NOON));
    after(KEPT.plusDays(1)).removeSome(letter -> !letter.equals(theirs));
    assertThat(left()).isEqualTo(List.of(theirs));
  }

  @Test
  void many_go_in_small_batches_though_others_lie_between() {
    for (int n = 1; n <= 250; n++) {
      keep(waiting(CUPS, n).closed(LetterState.RETRIED, NOON));
    }
    ClosedLetters closed = after(KEPT.plusDays(1));
    closed.removeSome(letter -> letter.order() % 2 == 0);
    assertThat(left().size()).isBetween(150, 250);
    closed.removeSome(letter -> letter.order() % 2 == 0);
    closed.removeSome(letter -> letter.order() % 2 == 0);
    assertThat(left()).hasSize(125).allMatch(letter -> letter.order() % 2 == 1);
  }

  @Test
  void what_is_opened_again_at_that_moment_keeps_its_new_bytes() {
    keep(parked(CUPS, 1).closed(LetterState.RETRIED, NOON));
    after(KEPT.plusDays(1))
        .removeSome(
            letter -> {
              new LetterBox(letters, Letters.CLOCK).open(parked(CUPS, 1), BYTES, NOON);
              return true;
            });
    Letter again = parked(CUPS, 1).edited(1).withVersion(2);
    assertThat(left()).isEqualTo(List.of(again));
    assertThat(letters.payload("cup-1", 1)).isPresent();
  }
}
