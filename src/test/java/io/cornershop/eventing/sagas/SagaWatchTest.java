package io.cornershop.eventing.sagas;

import static io.cornershop.eventing.testing.CounterFixtures.CLOCK;
import static io.cornershop.eventing.testing.CounterFixtures.COUNTERS;
import static io.cornershop.eventing.testing.CounterFixtures.context;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.commands.AggregateLoader;
import io.cornershop.eventing.commands.Aggregates;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.Envelopes;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.sagas.SagaCommand.CompensateSaga;
import io.cornershop.eventing.sagas.SagaCommand.CompleteStep;
import io.cornershop.eventing.sagas.SagaCommand.FailStep;
import io.cornershop.eventing.sagas.SagaCommand.Remedy;
import io.cornershop.eventing.sagas.SagaCommand.RetryStep;
import io.cornershop.eventing.sagas.SagaCommand.StartSaga;
import io.cornershop.eventing.sagas.SagaEvent.Trigger;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.observability.metrics.SagaMetrics;
import io.cornershop.observability.metrics.TestMeters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is counted of sagas. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SagaWatchTest {

  private static final SagaId SAGA = new SagaId("cart-1");
  private static final Instant START = Instant.parse("2026-11-05T12:00:00Z");
  private static final String TYPE = "saga_type=counting";

  private final Aggregates aggregates = new Aggregates(List.of(COUNTERS, Sagas.AGGREGATE));
  private final EventTypes types = new EventTypes(aggregates.all());
  private final EventJson json = new EventJson(types, PersonalDataCodec.PLAIN, List.of());
  private final InMemoryEventStore store = new InMemoryEventStore(StoreLimits.USUAL, CLOCK);
  private final AggregateLoader loader = new AggregateLoader(store, json);
  private final TestMeters counted = TestMeters.usual();
  private final CommandHandler commands =
      new CommandHandler(
          aggregates,
          store,
          loader,
          new Envelopes(types, json, PersonalDataCodec.PLAIN, CLOCK),
          new SagaWatch(json, loader, new SagaMetrics(counted.meters)));
  private int number;

  private void happens(SagaCommand... all) {
    for (SagaCommand command : all) {
      commands.handle(command, context("command-" + ++number));
      commands.handle(command, context("command-" + number));
    }
  }

  private static StartSaga start() {
    Trigger trigger = new Trigger("Counter", "door", 1);
    return new StartSaga(SAGA, "counting", 1, "cart-1", trigger, List.of("One", "Two"), START);
  }

  private static Instant at(int seconds) {
    return START.plus(Duration.ofSeconds(seconds));
  }

  private static CompleteStep done(String step, boolean compensation, int seconds) {
    return new CompleteStep(SAGA, step, compensation, at(seconds));
  }

  private static String steps(String step, String result) {
    return "saga_steps_executed_total{result=" + result + "," + TYPE + ",step_name=" + step + "}";
  }

  private static String ofStep(String metric, String step) {
    return metric + "{" + TYPE + ",step_name=" + step + "}";
  }

  private static String sagas(String metric) {
    return metric + "{" + TYPE + "}";
  }

  @Test
  void a_saga_that_goes_well_counts_once_though_each_command_comes_twice() {
    happens(start(), done("One", false, 1), done("Two", false, 4));

    assertThat(counted.moved())
        .isEqualTo(
            Map.of(
                sagas("sagas_started_total"),
                1.0,
                sagas("sagas_completed_total"),
                1.0,
                steps("One", "completed"),
                1.0,
                steps("Two", "completed"),
                1.0,
                sagas("saga_duration") + " count",
                1.0,
                sagas("saga_duration") + " sum",
                4.0));
  }

  @Test
  void a_step_that_has_no_answer_in_time_is_a_timeout_and_turns_the_saga_back() {
    String late = LateAnswer.of("Two", Duration.ofMinutes(5));
    happens(
        start(),
        done("One", false, 1),
        new RetryStep(SAGA, "Two", false, 1, "no network", at(3), at(2)),
        new FailStep(SAGA, "Two", false, 2, late, Remedy.UNDO_BEFORE_STEP, at(5)),
        done("One", true, 7));

    assertThat(counted.moved())
        .isEqualTo(
            Map.of(
                sagas("sagas_started_total"),
                1.0,
                sagas("sagas_compensated_total"),
                1.0,
                steps("One", "completed"),
                1.0,
                steps("Two", "failed"),
                1.0,
                steps("One", "compensated"),
                1.0,
                ofStep("saga_retries_total", "Two"),
                1.0,
                ofStep("saga_timeouts_total", "Two"),
                1.0,
                sagas("saga_duration") + " count",
                1.0,
                sagas("saga_duration") + " sum",
                7.0));
  }

  @Test
  void a_saga_that_needs_somebody_has_failed_and_has_not_ended() {
    happens(
        start(),
        done("One", false, 1),
        new CompensateSaga(SAGA, "given up", at(2)),
        new FailStep(SAGA, "One", true, 1, "broken", Remedy.OPERATOR, at(3)));

    assertThat(counted.moved())
        .isEqualTo(
            Map.of(
                sagas("sagas_started_total"), 1.0,
                sagas("sagas_failed_total"), 1.0,
                steps("One", "completed"), 1.0,
                steps("One", "failed"), 1.0));
  }
}
