package io.cornershop.eventing.sagas;

import static io.cornershop.eventing.testing.CounterFixtures.CLOCK;
import static io.cornershop.eventing.testing.CounterFixtures.COUNTERS;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR;
import static io.cornershop.eventing.testing.CounterFixtures.NOON;
import static io.cornershop.eventing.testing.CounterFixtures.context;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.commands.AggregateLoader;
import io.cornershop.eventing.commands.Aggregates;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.Envelopes;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.sagas.SagaCommand.ResumeSaga;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterCommand.Resume;
import io.cornershop.eventing.testing.CounterCommand.Stop;
import io.cornershop.eventing.testing.CounterEvent.Counted;
import io.cornershop.eventing.testing.CounterId;
import io.cornershop.eventing.timers.InMemoryTimers;
import io.cornershop.eventing.timers.Timer;
import io.cornershop.kernel.Rejected;
import io.cornershop.testing.ListenedLog;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SagaRunnerTest {

  @RegisterExtension final ListenedLog log = ListenedLog.of(Alert.class);

  private static final SagaId SAGA = CountingSaga.ID;
  private static final CounterId WINDOW = new CounterId("window");
  private static final Aggregates AGGREGATES = new Aggregates(List.of(COUNTERS, Sagas.AGGREGATE));
  private static final Set<String> OWN_AND_AWAITED =
      Set.of("Counted", "Stopped", "SagaStepFailed", "SagaCompensationStarted", "SagaFailed");
  private static final EventTypes TYPES = new EventTypes(AGGREGATES.all());
  private static final EventJson JSON = new EventJson(TYPES, PersonalDataCodec.PLAIN, List.of());

  private final InMemoryEventStore store = new InMemoryEventStore(StoreLimits.USUAL, CLOCK);
  private final InMemoryTimers timers = new InMemoryTimers();
  private final AggregateLoader loader = new AggregateLoader(store, JSON);
  private final CommandHandler commands =
      new CommandHandler(
          AGGREGATES,
          store,
          loader,
          new Envelopes(TYPES, JSON, PersonalDataCodec.PLAIN, CLOCK),
          commit -> {});

  private SagaRunner<Counted> runner(Supplier<List<Instruction>> first, String... names) {
    SagaRunner.Surroundings engine =
        new SagaRunner.Surroundings(store, loader, TYPES, JSON, commands, timers, CLOCK);
    return new SagaRunner<>(new CountingSaga(first, List.of(names)), engine);
  }

  private SagaRunner<Counted> runner(Supplier<List<Instruction>> first) {
    return runner(first, "CountWindow", "WaitForCellar");
  }

  private static List<Instruction> countWindow() {
    return List.of(Instruction.of(new Count(WINDOW, 1)));
  }

  private static List<Instruction> broken() {
    throw new IllegalStateException("broken");
  }

  private static List<Instruction> unreadable() {
    return List.of(Instruction.of(new Count(WINDOW, Integer.parseInt("ada@example.org"))));
  }

  private EventEnvelope doorCounts() {
    commands.handle(new Count(DOOR, 1), context("door"));
    return eventsOf("Counter", "door").getFirst();
  }

  private EventEnvelope cellarStops() {
    commands.handle(new Stop(CountingSaga.CELLAR), context("stop"));
    return eventsOf("Counter", "cellar").getLast();
  }

  private List<EventEnvelope> eventsOf(String type, String id) {
    return store.read(new StreamId(type, id), 1, 100).stream()
        .map(Commit::events)
        .flatMap(List::stream)
        .toList();
  }

  private List<String> history() {
    return eventsOf("Saga", SAGA.value()).stream().map(event -> event.type().name()).toList();
  }

  private void fire(SagaRunner<Counted> runner) {
    Timer due = timers.all().getFirst();
    runner.fire(due);
    timers.remove(due);
  }

  @Test
  void wants_what_starts_it_and_what_it_waits_for() {
    assertThat(runner(SagaRunnerTest::countWindow))
        .returns("counting", SagaRunner::name)
        .returns("counting", SagaRunner::kind)
        .returns("processes", SagaRunner::group)
        .returns(OWN_AND_AWAITED, SagaRunner::eventTypes);
  }

  @Test
  void goes_on_until_it_has_to_wait_and_on_when_it_is_answered() {
    SagaRunner<Counted> runner = runner(SagaRunnerTest::countWindow);
    runner.handle(doorCounts());
    assertThat(history()).containsExactly("SagaStarted", "SagaStepCompleted");
    assertThat(timers.all())
        .extracting(Timer::due)
        .containsExactly(NOON.plus(CountingSaga.PATIENCE));

    runner.handle(cellarStops());
    assertThat(history())
        .containsExactly("SagaStarted", "SagaStepCompleted", "SagaStepCompleted", "SagaCompleted");
    assertThat(timers.all()).isEmpty();
  }

  @Test
  void does_nothing_twice_when_an_event_comes_again() {
    SagaRunner<Counted> runner = runner(SagaRunnerTest::countWindow);
    EventEnvelope event = doorCounts();
    runner.handle(event);
    runner.handle(event);
    assertThat(eventsOf("Counter", "window")).hasSize(1);
    assertThat(history()).containsExactly("SagaStarted", "SagaStepCompleted");
  }

  @Test
  void undoes_what_was_done_when_the_answer_does_not_come() {
    SagaRunner<Counted> runner = runner(SagaRunnerTest::countWindow);
    runner.handle(doorCounts());
    fire(runner);
    assertThat(history())
        .containsExactly(
            "SagaStarted",
            "SagaStepCompleted",
            "SagaStepFailed",
            "SagaCompensationStarted",
            "SagaStepCompleted",
            "SagaStepCompleted",
            "SagaCompensationCompleted");
    assertThat(eventsOf("Counter", "cellar")).hasSize(1);
    assertThat(timers.all()).isEmpty();
  }

  @Test
  void tries_again_what_fails_and_gives_up_at_last() {
    SagaRunner<Counted> runner = runner(SagaRunnerTest::broken);
    runner.handle(doorCounts());
    assertThat(history()).containsExactly("SagaStarted", "SagaStepFailed");
    assertThat(timers.all()).extracting(Timer::due).containsExactly(NOON.plusSeconds(1));

    fire(runner);
    assertThat(history())
        .endsWith("SagaCompensationStarted", "SagaStepCompleted", "SagaCompensationCompleted");
  }

  @Test
  void waits_for_an_operator_when_the_undoing_is_refused_and_goes_on_after_that() {
    commands.handle(new Stop(CountingSaga.CELLAR), context("stop"));
    commands.handle(new Stop(WINDOW), context("stop window"));
    SagaRunner<Counted> runner = runner(SagaRunnerTest::countWindow);
    EventEnvelope event = doorCounts();
    runner.handle(event);
    assertThat(history()).endsWith("SagaCompensationStarted", "SagaStepFailed", "SagaFailed");

    commands.handle(new Resume(CountingSaga.CELLAR), context("resume"));
    commands.handle(new ResumeSaga(SAGA, "by hand", NOON), context("take up"));
    runner.handle(event);
    assertThat(history()).endsWith("SagaStepCompleted", "SagaCompensationCompleted");
  }

  @Test
  void calls_for_an_operator_once_and_not_any_more_when_somebody_has_taken_it_up() {
    commands.handle(new Stop(CountingSaga.CELLAR), context("stop"));
    commands.handle(new Stop(WINDOW), context("stop window"));
    SagaRunner<Counted> runner = runner(SagaRunnerTest::countWindow);
    runner.handle(doorCounts());
    EventEnvelope failed = eventsOf("Saga", SAGA.value()).getLast();
    runner.handle(failed);
    runner.handle(failed);
    assertThat(log.lines()).hasSize(1);

    commands.handle(new ResumeSaga(SAGA, "by hand", NOON), context("take up"));
    runner(SagaRunnerTest::countWindow).handle(failed);
    assertThat(log.lines()).hasSize(1);
  }

  @Test
  void says_which_step_the_definition_has_lost() {
    runner(SagaRunnerTest::countWindow).handle(doorCounts());
    SagaRunner<Counted> newer = runner(SagaRunnerTest::countWindow, "CountWindow", "WaitForRoof");
    Timer due = timers.all().getFirst();
    assertThatThrownBy(() -> newer.fire(due))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Saga saga-1, version 2 of counting, is in step WaitForCellar, which version 2 does"
                + " not have");
  }

  private SagaDesk desk(Supplier<List<Instruction>> first, String... names) {
    return new SagaDesk(
        new SagaDefinitions(List.of(new CountingSaga(first, List.of(names)))),
        new SagaRunner.Surroundings(store, loader, TYPES, JSON, commands, timers, CLOCK));
  }

  @Test
  void hears_what_an_operator_wishes_and_goes_on_at_once() {
    SagaRunner<Counted> runner = runner(SagaRunnerTest::countWindow);
    runner.handle(doorCounts());
    desk(SagaRunnerTest::countWindow, "CountWindow", "WaitForCellar")
        .compensate(SAGA, "by hand", context("give up"));
    assertThat(history()).endsWith("SagaStepCompleted", "SagaCompensationStarted");

    runner.handle(eventsOf("Saga", SAGA.value()).getLast());
    assertThat(history())
        .endsWith(
            "SagaCompensationStarted",
            "SagaStepCompleted",
            "SagaStepCompleted",
            "SagaCompensationCompleted");
  }

  @Test
  void tries_again_before_its_time_when_an_operator_says_so() {
    SagaRunner<Counted> runner = runner(SagaRunnerTest::broken);
    runner.handle(doorCounts());
    desk(SagaRunnerTest::broken, "CountWindow", "WaitForCellar").retry(SAGA, context("retry"));
    runner(SagaRunnerTest::countWindow).handle(eventsOf("Saga", SAGA.value()).getLast());

    assertThat(history())
        .containsExactly("SagaStarted", "SagaStepFailed", "SagaStepFailed", "SagaStepCompleted");
  }

  @Test
  void goes_on_from_its_own_decisions_without_being_told() {
    SagaRunner<Counted> runner = runner(SagaRunnerTest::broken);
    runner.handle(doorCounts());
    runner(SagaRunnerTest::countWindow).handle(eventsOf("Saga", SAGA.value()).getLast());

    assertThat(history()).containsExactly("SagaStarted", "SagaStepFailed");
  }

  @Test
  void an_operator_cannot_move_a_saga_at_a_step_that_is_no_more() {
    runner(SagaRunnerTest::countWindow).handle(doorCounts());
    SagaDesk newer = desk(SagaRunnerTest::countWindow, "CountWindow", "WaitForRoof");

    assertThatThrownBy(() -> newer.compensate(SAGA, "by hand", context("give up")))
        .isInstanceOf(Rejected.class)
        .hasMessage(
            "Version 2 of counting, which this build has, has no step WaitForCellar; it has"
                + " CountWindow, WaitForRoof");
  }

  @Test
  void what_a_library_could_not_read_is_not_kept_in_the_events_of_the_saga() {
    runner(SagaRunnerTest::unreadable).handle(doorCounts());

    EventEnvelope failed = eventsOf("Saga", SAGA.value()).getLast();
    assertThat(failed.type().name()).isEqualTo("SagaStepFailed");
    assertThat(failed.data())
        .contains("CountWindow failed: java.lang.NumberFormatException")
        .doesNotContain("ada");
  }
}
