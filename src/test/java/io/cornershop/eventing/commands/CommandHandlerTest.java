package io.cornershop.eventing.commands;

import static io.cornershop.eventing.testing.CounterFixtures.CLOCK;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR_STREAM;
import static io.cornershop.eventing.testing.CounterFixtures.METADATA;
import static io.cornershop.eventing.testing.CounterFixtures.context;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterCommand.Stop;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.eventing.testing.CounterId;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.Identifier;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.StaleVersion;
import io.cornershop.kernel.TooLarge;
import io.cornershop.kernel.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommandHandlerTest {

  private static final CounterId GATE = new CounterId("gate");

  private final EventStore store = new InMemoryEventStore(StoreLimits.USUAL, CLOCK);
  private final List<Commit> appended = new ArrayList<>();
  private final CommandHandler handler = CounterFixtures.handlerOn(store, appended::add);

  private static CommandResult doorAt(long sequence) {
    return new CommandResult(DOOR_STREAM, sequence);
  }

  private static CommandContext expecting(long sequence, String key) {
    return new CommandContext(CommandId.of("counters", key), OptionalLong.of(sequence), METADATA);
  }

  private List<Commit> stored() {
    return store.read(DOOR_STREAM, 1, 1_000);
  }

  @Test
  void stores_all_events_of_a_command_in_one_commit() {
    assertThat(handler.handle(new Count(DOOR, 3), context("a"))).isEqualTo(doorAt(3));

    assertThat(stored()).hasSize(1).isEqualTo(appended);
    assertThat(stored().getFirst().events())
        .extracting(EventEnvelope::data)
        .containsExactly(
            "{\"counterId\":\"door\",\"total\":1}",
            "{\"counterId\":\"door\",\"total\":2}",
            "{\"counterId\":\"door\",\"total\":3}");
  }

  @Test
  void decides_on_what_happened_before() {
    handler.handle(new Count(DOOR, 2), context("a"));

    assertThat(handler.handle(new Count(DOOR, 1), context("b"))).isEqualTo(doorAt(3));

    assertThat(stored().getLast().events().getFirst().data())
        .isEqualTo("{\"counterId\":\"door\",\"total\":3}");
  }

  @Test
  void answers_a_repeated_command_as_the_first_time() {
    handler.handle(new Count(DOOR, 2), context("a"));
    handler.handle(new Count(DOOR, 1), context("b"));

    assertThat(handler.handle(new Count(DOOR, 2), context("a"))).isEqualTo(doorAt(2));

    assertThat(stored()).hasSize(2);
  }

  @Test
  void announces_a_commit_again_when_its_command_is_repeated() {
    handler.handle(new Count(DOOR, 2), context("a"));
    handler.handle(new Count(DOOR, 2), context("a"));

    assertThat(appended).containsExactly(stored().getFirst(), stored().getFirst());
  }

  @Test
  void answers_a_repeat_as_the_first_time_even_if_it_would_be_refused_now() {
    handler.handle(new Count(DOOR, 2), context("a"));
    handler.handle(new Stop(DOOR), context("b"));

    assertThat(handler.handle(new Count(DOOR, 2), context("a"))).isEqualTo(doorAt(2));
    assertThat(handler.handle(new Stop(DOOR), context("b"))).isEqualTo(doorAt(3));
    assertThatThrownBy(() -> handler.handle(new Count(DOOR, 2), context("c")))
        .isInstanceOf(Rejected.class)
        .hasMessage("The counter is stopped");
  }

  @Test
  void answers_a_command_that_changes_nothing_with_the_present_sequence() {
    handler.handle(new Stop(DOOR), context("a"));

    assertThat(handler.handle(new Stop(DOOR), context("b"))).isEqualTo(doorAt(1));
    assertThat(handler.handle(new Count(GATE, 0), context("c")).sequence()).isZero();

    assertThat(appended).hasSize(1);
  }

  @Test
  void refuses_a_sequence_that_is_not_the_present_one() {
    handler.handle(new Count(DOOR, 2), context("a"));

    StaleVersion stale =
        catchThrowableOfType(
            StaleVersion.class, () -> handler.handle(new Count(DOOR, 1), expecting(1, "b")));

    assertThat(stale.actual()).isEqualTo(2);
    assertThat(stored()).hasSize(1);
    assertThat(handler.handle(new Count(DOOR, 1), expecting(2, "c"))).isEqualTo(doorAt(3));
    assertThat(handler.handle(new Count(DOOR, 1), expecting(2, "c"))).isEqualTo(doorAt(3));
  }

  /** The store, in which another node comes first, so many times, between a load and its append. */
  private EventStore overtaken(int times) {
    CommandHandler other = CounterFixtures.handlerOn(store, commit -> {});
    return new InterruptedStore(
        store, times, n -> other.handle(new Count(DOOR, 1), context("other-" + n)));
  }

  @Test
  void decides_again_when_another_writer_was_first() {
    EventStore overtaken = overtaken(3);

    CommandResult result =
        CounterFixtures.handlerOn(overtaken, appended::add)
            .handle(new Count(DOOR, 1), context("a"));

    assertThat(result).isEqualTo(doorAt(4));
    assertThat(stored().getLast().events().getFirst().data()).contains("\"total\":4");
  }

  @Test
  void does_not_insist_against_the_sequence_that_the_caller_saw() {
    CommandHandler overtaken = CounterFixtures.handlerOn(overtaken(1), appended::add);

    assertThatThrownBy(() -> overtaken.handle(new Count(DOOR, 1), expecting(0, "a")))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void gives_up_when_other_writers_are_always_first() {
    CommandHandler overtaken = CounterFixtures.handlerOn(overtaken(1_000), appended::add);

    assertThatThrownBy(() -> overtaken.handle(new Count(DOOR, 1), context("a")))
        .isInstanceOf(Unavailable.class);

    assertThat(appended).isEmpty();
  }

  @Test
  void refuses_more_events_than_a_commit_holds() {
    assertThatThrownBy(() -> handler.handle(new Count(DOOR, 1_001), context("a")))
        .isInstanceOf(TooLarge.class);

    assertThat(stored()).isEmpty();
    assertThat(handler.handle(new Count(DOOR, 1_000), context("a"))).isEqualTo(doorAt(1_000));
  }

  @Test
  void knows_no_command_of_another_family() {
    record Unknown(Identifier target) implements Command {}

    assertThatThrownBy(() -> handler.handle(new Unknown(DOOR), context("a")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
