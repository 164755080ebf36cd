package io.cornershop.eventing.deadletters;

import static io.cornershop.eventing.deadletters.Letters.BYTES;
import static io.cornershop.eventing.deadletters.Letters.CLOCK;
import static io.cornershop.eventing.deadletters.Letters.CUPS;
import static io.cornershop.eventing.deadletters.Letters.NOON;
import static io.cornershop.eventing.deadletters.Letters.parked;
import static io.cornershop.eventing.deadletters.Letters.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.deadletters.DeadLetters.Payload;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LostPayloadsTest {

  private final InMemoryDeadLetters letters = new InMemoryDeadLetters();
  private final LostPayloads lost = new LostPayloads(letters);

  private void pass() {
    while (!lost.removeSome(2)) {
      // One batch after the other.
    }
  }

  private List<Payload> left() {
    return letters.payloads(Optional.empty(), 100);
  }

  @Test
  void bytes_of_a_letter_that_came_too_late_go_with_the_second_pass() {
    DeadLetters closing =
        new InMemoryDeadLetters() {
          @Override
          public boolean touch(SequenceId id) {
            return false;
          }
        };
    closing.insert(HeldSequence.openedBy(parked(CUPS, 1), NOON));
    assertThat(new LetterBox(closing, CLOCK).enqueue(waiting(CUPS, 2), BYTES))
        .isEqualTo(LetterBox.Put.CLOSED);
    LostPayloads there = new LostPayloads(closing);
    there.removeSome(9);
    assertThat(closing.payloads(Optional.empty(), 9)).isEqualTo(List.of(new Payload("cup-2", 0)));
    there.removeSome(9);
    assertThat(closing.payloads(Optional.empty(), 9)).isEmpty();
  }

  @Test
  void bytes_whose_letter_is_written_between_two_passes_stay() {
    letters.keepPayload("cup-1", 0, BYTES.orElseThrow());
    pass();
    letters.insert(parked(CUPS, 1));
    pass();
    pass();
    assertThat(left()).isEqualTo(List.of(new Payload("cup-1", 0)));
  }

  @Test
  void all_of_many_go() {
    for (int n = 0; n < 9; n++) {
      letters.keepPayload("lost-" + n, 0, BYTES.orElseThrow());
    }
    pass();
    assertThat(left()).hasSize(9);
    pass();
    assertThat(left()).isEmpty();
  }
}
