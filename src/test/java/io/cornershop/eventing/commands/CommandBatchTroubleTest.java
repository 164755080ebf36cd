package io.cornershop.eventing.commands;

import static io.cornershop.eventing.testing.CounterFixtures.DOOR;
import static io.cornershop.eventing.testing.CounterFixtures.context;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterCommand.Stop;
import io.cornershop.kernel.TooLarge;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Commands that wait together, one of which meets trouble. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommandBatchTroubleTest extends WaitingCommands {

  @Test
  void a_commit_that_is_full_is_closed_and_the_rest_goes_into_the_next() {
    beginWith(new Count(DOOR, 1), "a");
    send(new Count(DOOR, 600), context("b"));
    send(new Count(DOOR, 600), context("c"));
    send(new Count(DOOR, 400), context("d"));

    assertThat(answers()).containsExactly(1L, 601L, 1_201L, 1_601L);
    assertThat(sequencesAfterEachCommand())
        .containsExactly(List.of(1L), List.of(601L), List.of(1_201L, 1_601L));
  }

  @Test
  void one_that_is_too_large_is_refused_and_the_others_go_on() {
    beginWith(new Count(DOOR, 1), "a");
    send(new Count(DOOR, 1), context("b"));
    send(new Count(DOOR, 1_001), context("c"));
    send(new Count(DOOR, 1), context("d"));

    assertThat(answers()).containsExactly(1L, 2L, "TooLarge", 3L);
    assertThat(sequencesAfterEachCommand()).containsExactly(List.of(1L), List.of(2L, 3L));
  }

  @Test
  void what_only_the_store_finds_too_large_is_told_from_the_others() {
    observed.beforeAppend(
        commit -> {
          if (commit.events().stream().anyMatch(e -> e.data().contains("\"total\":3}"))) {
            throw new TooLarge("The third is too large");
          }
          return commit;
        });
    beginWith(new Count(DOOR, 1), "a");
    send(new Count(DOOR, 1), context("b"));
    send(new Count(DOOR, 2), context("c"));
    send(new Stop(DOOR), context("d"));

    assertThat(answers()).containsExactly(1L, 2L, "TooLarge", 3L);
    assertThat(sequencesAfterEachCommand()).containsExactly(List.of(1L), List.of(2L), List.of(3L));
  }

  @Test
  void a_mistake_in_a_rule_is_for_the_caller_alone_who_met_it() {
    beginWith(new Count(DOOR, 1), "a");
    send(new Count(DOOR, 1), context("b"));
    send(new Count(DOOR, 13), context("c"));
    send(new Count(DOOR, 1), context("d"));

    assertThat(answers()).containsExactly(1L, 2L, "IllegalStateException", 3L);
    assertThat(sequencesAfterEachCommand()).containsExactly(List.of(1L), List.of(2L, 3L));
  }

  @Test
  void none_is_known_to_have_an_effect_when_the_store_does_not_answer() {
    beginWith(new Count(DOOR, 1), "a");
    send(new Count(DOOR, 1), context("b"));
    send(new Count(DOOR, 1), expecting(7, "c"));
    observed.beforeAppend(
        commit -> {
          throw new Unavailable("away", Duration.ofSeconds(1), null);
        });

    assertThat(answers()).containsOnly("Unavailable");
    assertThat(stored()).isEmpty();
    observed.beforeAppend(commit -> commit);
    assertThat(Stream.of("b", "a").map(key -> resultOrRefusal(new Count(DOOR, 1), context(key))))
        .containsExactly(1L, 2L);
  }
}
