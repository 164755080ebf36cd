package io.cornershop.eventing.commands;

import static io.cornershop.eventing.testing.CounterFixtures.DOOR;
import static io.cornershop.eventing.testing.CounterFixtures.METADATA;
import static io.cornershop.eventing.testing.CounterFixtures.context;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterCommand.Resume;
import io.cornershop.eventing.testing.CounterCommand.Stop;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What happens to commands that come while the first one of their aggregate is on its way. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommandBatchTest extends WaitingCommands {

  @Test
  void those_that_wait_are_stored_as_one_commit_and_each_has_its_own_result() {
    beginWith(new Count(DOOR, 1), "a");
    send(new Count(DOOR, 2), context("b"));
    send(new Count(DOOR, 1), context("c"));
    send(new Count(DOOR, 3), context("d"));

    assertThat(answers()).containsExactly(1L, 3L, 4L, 7L);
    assertThat(sequencesAfterEachCommand()).containsExactly(List.of(1L), List.of(3L, 4L, 7L));
    assertThat(announced).isEqualTo(stored());
    assertThat(stored().getLast().events())
        .extracting(EventEnvelope::data)
        .containsExactly(
            "{\"counterId\":\"door\",\"total\":2}",
            "{\"counterId\":\"door\",\"total\":3}",
            "{\"counterId\":\"door\",\"total\":4}",
            "{\"counterId\":\"door\",\"total\":5}",
            "{\"counterId\":\"door\",\"total\":6}",
            "{\"counterId\":\"door\",\"total\":7}");
  }

  @Test
  void a_refused_one_harms_no_other_and_each_is_decided_on_what_the_one_before_has_left() {
    beginWith(new Count(DOOR, 1), "a");
    send(new Stop(DOOR), context("b"));
    send(new Count(DOOR, 1), context("c"));
    send(new Stop(DOOR), context("d"));
    send(new Resume(DOOR), context("e"));
    send(new Count(DOOR, 1), context("f"));

    assertThat(answers()).containsExactly(1L, 2L, "counter-stopped", 2L, 3L, 4L);
    assertThat(sequencesAfterEachCommand()).containsExactly(List.of(1L), List.of(2L, 3L, 4L));
  }

  @Test
  void the_sequence_that_a_caller_insists_on_is_that_before_its_own_command() {
    beginWith(new Count(DOOR, 1), "a");
    send(new Count(DOOR, 2), expecting(1, "b"));
    send(new Count(DOOR, 1), expecting(1, "c"));
    send(new Count(DOOR, 1), expecting(3, "d"));

    assertThat(answers()).containsExactly(1L, 3L, "stale, is 3", 4L);
    assertThat(sequencesAfterEachCommand()).containsExactly(List.of(1L), List.of(3L, 4L));
  }

  @Test
  void a_command_that_comes_twice_has_one_effect_and_one_result() {
    handler.handle(new Count(DOOR, 1), context("before"));
    beginWith(new Count(DOOR, 1), "a");
    send(new Count(DOOR, 2), context("b"));
    send(new Count(DOOR, 2), context("b"));
    send(new Count(DOOR, 1), context("before"));
    send(new Count(DOOR, 1), context("a"));
    send(new Count(DOOR, 1), context("c"));

    assertThat(answers()).containsExactly(2L, 4L, 4L, 1L, 2L, 5L);
    assertThat(stored().getLast().lastSequence()).isEqualTo(5);
  }

  @Test
  void all_are_decided_again_when_another_node_was_first() {
    CommandHandler other = CounterFixtures.handlerOn(store, commit -> {});
    beginWith(new Count(DOOR, 1), "a");
    send(new Count(DOOR, 1), expecting(1, "b"));
    send(new Count(DOOR, 1), context("c"));
    send(new Stop(DOOR), context("d"));
    send(new Count(DOOR, 1), context("e"));
    other.handle(new Count(DOOR, 10), context("other"));

    assertThat(answers()).containsExactly(11L, "stale, is 11", 12L, 13L, "counter-stopped");
    assertThat(sequencesAfterEachCommand())
        .containsExactly(List.of(10L), List.of(11L), List.of(12L, 13L));
  }

  @Test
  void each_has_the_metadata_of_its_own_request() {
    EventMetadata other = EventMetadata.of("correlation-2", "causation-2", "user-2", "elsewhere");
    beginWith(new Count(DOOR, 1), "a");
    send(new Count(DOOR, 1), context("b"));
    send(new Count(DOOR, 1), CommandContext.of(CommandId.of("counters", "c"), other));

    assertThat(answers()).containsExactly(1L, 2L, 3L);
    assertThat(stored().getLast().events())
        .extracting(EventEnvelope::metadata)
        .containsExactly(METADATA, other);
  }
}
