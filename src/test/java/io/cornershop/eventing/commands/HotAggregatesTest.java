package io.cornershop.eventing.commands;

import static io.cornershop.eventing.testing.CounterFixtures.CLOCK;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR_STREAM;
import static io.cornershop.eventing.testing.CounterFixtures.METADATA;
import static io.cornershop.eventing.testing.CounterFixtures.context;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterCommand.Resume;
import io.cornershop.eventing.testing.CounterCommand.Stop;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.eventing.testing.CounterId;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.StaleVersion;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Two nodes on one store: what one has in its cache, the other may have made untrue. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HotAggregatesTest {

  private final EventStore store = new InMemoryEventStore(StoreLimits.USUAL, CLOCK);
  private final ObservedStore observed = new ObservedStore(store);
  private final CommandHandler here = CounterFixtures.handlerOn(observed, commit -> {});
  private final CommandHandler elsewhere = CounterFixtures.handlerOn(store, commit -> {});

  private static CommandResult doorAt(long sequence) {
    return new CommandResult(DOOR_STREAM, sequence);
  }

  private static CommandContext expecting(long sequence, String key) {
    return new CommandContext(CommandId.of("counters", key), OptionalLong.of(sequence), METADATA);
  }

  @Test
  void a_command_on_a_hot_aggregate_is_one_append_and_nothing_else() {
    here.handle(new Count(DOOR, 1), context("a"));
    observed.forget();

    assertThat(here.handle(new Count(DOOR, 1), context("b"))).isEqualTo(doorAt(2));
    assertThat(here.handle(new Count(DOOR, 1), expecting(2, "c"))).isEqualTo(doorAt(3));
    assertThat(observed.reads).hasValue(0);
    assertThat(observed.lookups).hasValue(0);
    assertThat(observed.appends).hasValue(2);
  }

  @Test
  void a_conflict_corrects_the_state_and_the_next_command_is_hot_again() {
    here.handle(new Count(DOOR, 1), context("a"));
    elsewhere.handle(new Count(DOOR, 5), context("b"));
    observed.forget();

    assertThat(here.handle(new Count(DOOR, 1), context("c"))).isEqualTo(doorAt(7));
    assertThat(store.read(DOOR_STREAM, 7, 1).getFirst().events().getFirst().data())
        .isEqualTo("{\"counterId\":\"door\",\"total\":7}");
    assertThat(observed.appends).hasValue(2);
    assertThat(observed.reads).hasValue(1);
    assertThat(here.handle(new Count(DOOR, 1), context("d"))).isEqualTo(doorAt(8));
    assertThat(observed.reads).hasValue(1);
  }

  @Test
  void nobody_is_refused_by_an_old_state() {
    here.handle(new Stop(DOOR), context("a"));
    assertThatThrownBy(() -> here.handle(new Count(DOOR, 1), context("b")))
        .isInstanceOf(Rejected.class);
    elsewhere.handle(new Resume(DOOR), context("c"));

    assertThat(here.handle(new Count(DOOR, 1), context("d"))).isEqualTo(doorAt(3));
  }

  @Test
  void nobody_is_told_by_an_old_state_that_nothing_is_to_be_done() {
    here.handle(new Stop(DOOR), context("a"));
    elsewhere.handle(new Resume(DOOR), context("b"));

    assertThat(here.handle(new Stop(DOOR), context("c"))).isEqualTo(doorAt(3));
    assertThat(here.handle(new Stop(DOOR), context("d"))).isEqualTo(doorAt(3));
    assertThat(store.read(DOOR_STREAM, 1, 10)).hasSize(3);
  }

  @Test
  void nobody_is_accepted_by_an_old_state() {
    here.handle(new Count(DOOR, 1), context("a"));
    elsewhere.handle(new Stop(DOOR), context("b"));

    assertThatThrownBy(() -> here.handle(new Count(DOOR, 1), context("c")))
        .isInstanceOf(Rejected.class);
    assertThat(store.read(DOOR_STREAM, 1, 10)).hasSize(2);
  }

  @Test
  void a_sequence_that_the_caller_insists_on_is_the_one_in_the_store() {
    here.handle(new Count(DOOR, 1), context("a"));
    elsewhere.handle(new Count(DOOR, 1), context("b"));

    StaleVersion stale =
        catchThrowableOfType(
            StaleVersion.class, () -> here.handle(new Count(DOOR, 1), expecting(1, "c")));
    assertThat(stale.actual()).isEqualTo(2);
    elsewhere.handle(new Count(DOOR, 1), context("d"));
    assertThat(here.handle(new Count(DOOR, 1), expecting(3, "e"))).isEqualTo(doorAt(4));
  }

  @Test
  void a_repeat_is_answered_as_the_first_time_by_whichever_node() {
    here.handle(new Count(DOOR, 1), context("a"));
    elsewhere.handle(new Count(DOOR, 1), context("b"));
    elsewhere.handle(new Stop(DOOR), context("c"));

    assertThat(here.handle(new Count(DOOR, 1), context("b"))).isEqualTo(doorAt(2));
    assertThat(here.handle(new Stop(DOOR), context("c"))).isEqualTo(doorAt(3));
    assertThat(elsewhere.handle(new Count(DOOR, 1), context("a"))).isEqualTo(doorAt(1));
    assertThat(store.read(DOOR_STREAM, 1, 10)).hasSize(3);
  }

  @Test
  void only_so_many_are_kept() {
    for (int i = 0; i <= HotAggregates.CAPACITY; i++) {
      here.handle(new Count(new CounterId("c" + i), 1), context("first-" + i));
    }
    observed.forget();
    here.handle(new Count(new CounterId("c" + HotAggregates.CAPACITY), 1), context("last"));
    assertThat(observed.reads).hasValue(0);
    here.handle(new Count(new CounterId("c0"), 1), context("eldest"));
    assertThat(observed.reads).hasValue(1);
  }
}
