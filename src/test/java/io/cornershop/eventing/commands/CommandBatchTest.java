package io.cornershop.eventing.commands;

import static io.cornershop.eventing.testing.CounterFixtures.CLOCK;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR_STREAM;
import static io.cornershop.eventing.testing.CounterFixtures.METADATA;
import static io.cornershop.eventing.testing.CounterFixtures.context;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.CommandOutcome;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.testing.Counter;
import io.cornershop.eventing.testing.CounterCommand;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterCommand.Resume;
import io.cornershop.eventing.testing.CounterCommand.Stop;
import io.cornershop.eventing.testing.CounterDecider;
import io.cornershop.eventing.testing.CounterEvent;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.Decider;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.StaleVersion;
import io.cornershop.kernel.TooLarge;
import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What happens to commands that come while the first one of their aggregate is on its way. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommandBatchTest {

  private static final StoreLimits LIMITS = new StoreLimits(600_000, 2_000);

  /** Counters with a mistake in their rules. */
  private static final Aggregate<CounterCommand, Counter, CounterEvent> SUPERSTITIOUS =
      new Aggregate<>(
          "Counter",
          "counters.events",
          CounterCommand.class,
          CounterEvent.class,
          new FearOfThirteen(new CounterDecider()));

  private record FearOfThirteen(Decider<CounterCommand, Counter, CounterEvent> rules)
      implements Decider<CounterCommand, Counter, CounterEvent> {

    @Override
    public Counter initial() {
      return rules.initial();
    }

    @Override
    public List<CounterEvent> decide(CounterCommand command, Counter state) {
      if (command instanceof Count c && c.times() == 13) {
        throw new IllegalStateException("13");
      }
      return rules.decide(command, state);
    }

    @Override
    public Counter evolve(Counter state, CounterEvent event) {
      return rules.evolve(state, event);
    }
  }

  private final EventStore store = new InMemoryEventStore(LIMITS, CLOCK);
  private final ObservedStore observed = new ObservedStore(store);
  private final List<Commit> announced = Collections.synchronizedList(new ArrayList<>());
  private final CommandHandler handler =
      new CommandHandler(
          new Aggregates(List.of(SUPERSTITIOUS)),
          observed,
          CounterFixtures.loaderOn(observed),
          CounterFixtures.envelopesBy(CLOCK),
          announced::add);
  private final List<FutureTask<Object>> answers = new ArrayList<>();

  private void send(CounterCommand command, CommandContext context) {
    Callable<Object> call = () -> resultOrRefusal(command, context);
    FutureTask<Object> answer = new FutureTask<>(call);
    answers.add(answer);
    Thread caller = Thread.ofPlatform().daemon().start(answer);
    Await.until(
        caller::getState, s -> s == Thread.State.WAITING || s == Thread.State.TIMED_WAITING);
  }

  private Object resultOrRefusal(CounterCommand command, CommandContext context) {
    try {
      return handler.handle(command, context).sequence();
    } catch (Rejected refusal) {
      return refusal.code();
    } catch (StaleVersion stale) {
      return "stale, is " + stale.actual();
    } catch (TooLarge | Unavailable | IllegalStateException e) {
      return e.getClass().getSimpleName();
    }
  }

  /** Sends a first command, whose append is held until the answers are asked for. */
  private void beginWith(CounterCommand command, String key) {
    observed.holdTheNextAppend();
    send(command, context(key));
  }

  private List<Object> answers() {
    observed.openTheGate();
    Await.holds("all have an answer", () -> answers.stream().allMatch(FutureTask::isDone));
    return answers.stream().map(FutureTask::resultNow).toList();
  }

  private static CommandContext expecting(long sequence, String key) {
    return new CommandContext(CommandId.of("counters", key), OptionalLong.of(sequence), METADATA);
  }

  private List<Commit> stored() {
    return store.read(DOOR_STREAM, 1, 1_000);
  }

  private List<List<Long>> sequencesAfterEachCommand() {
    return stored().stream()
        .map(commit -> commit.commands().stream().map(CommandOutcome::sequence).toList())
        .toList();
  }

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
