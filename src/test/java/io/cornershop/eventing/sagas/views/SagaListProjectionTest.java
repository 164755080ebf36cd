package io.cornershop.eventing.sagas.views;

import static io.cornershop.eventing.sagas.SagaFixtures.BACK;
import static io.cornershop.eventing.sagas.SagaFixtures.COMPLETED;
import static io.cornershop.eventing.sagas.SagaFixtures.FIRST;
import static io.cornershop.eventing.sagas.SagaFixtures.FIRST_DONE;
import static io.cornershop.eventing.sagas.SagaFixtures.FIRST_UNDONE;
import static io.cornershop.eventing.sagas.SagaFixtures.GOING_BACK;
import static io.cornershop.eventing.sagas.SagaFixtures.SAGA;
import static io.cornershop.eventing.sagas.SagaFixtures.SECOND;
import static io.cornershop.eventing.sagas.SagaFixtures.SECOND_DONE;
import static io.cornershop.eventing.sagas.SagaFixtures.SECOND_FAILED;
import static io.cornershop.eventing.sagas.SagaFixtures.SECOND_LATE;
import static io.cornershop.eventing.sagas.SagaFixtures.SECOND_REFUSED;
import static io.cornershop.eventing.sagas.SagaFixtures.STARTED;
import static io.cornershop.eventing.sagas.SagaFixtures.STUCK;
import static io.cornershop.eventing.sagas.SagaFixtures.TAKEN_UP;
import static io.cornershop.eventing.sagas.SagaFixtures.TYPE;
import static io.cornershop.eventing.sagas.SagaFixtures.UNDOING_REFUSED;
import static io.cornershop.eventing.sagas.SagaFixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.sagas.SagaDecider;
import io.cornershop.eventing.sagas.SagaEvent;
import io.cornershop.eventing.sagas.SagaState;
import io.cornershop.testing.ProjectionSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SagaListProjectionTest {

  private static final StreamId STREAM = new StreamId("Saga", SAGA.value());
  private static final List<SagaEvent> FORTH =
      List.of(STARTED, FIRST_DONE, SECOND_FAILED, SECOND_DONE, COMPLETED);
  private static final List<SagaEvent> BACK_AGAIN =
      List.of(
          STARTED,
          FIRST_DONE,
          SECOND_REFUSED,
          GOING_BACK,
          SECOND_LATE,
          UNDOING_REFUSED,
          STUCK,
          TAKEN_UP,
          FIRST_UNDONE,
          BACK);

  private static void then(List<SagaEvent> events, SagaProgress progress, Instant updatedAt) {
    ProjectionSpec.of(new SagaListProjection())
        .given(STREAM, events.toArray(SagaEvent[]::new))
        .then(
            new SagaOverview(
                "order-1",
                TYPE,
                1,
                "order-1",
                progress,
                at(0),
                updatedAt,
                "%015d/order-1".formatted(at(0).toEpochMilli()),
                events.size()));
  }

  @Test
  void a_saga_begins_at_its_first_step() {
    then(
        List.of(STARTED),
        new SagaProgress(
            SagaStanding.RUNNING,
            FIRST,
            List.of(FIRST, SECOND),
            false,
            1,
            Optional.empty(),
            Optional.empty()),
        at(0));
  }

  @Test
  void a_step_that_waits_for_another_try_says_why_and_until_when() {
    then(
        List.of(STARTED, FIRST_DONE, SECOND_FAILED),
        new SagaProgress(
            SagaStanding.RUNNING,
            SECOND,
            List.of(SECOND),
            false,
            2,
            Optional.of("broken"),
            Optional.of(at(4))),
        at(3));
  }

  @Test
  void all_is_done() {
    then(FORTH, ended(SagaStanding.COMPLETED, false, Optional.empty()), at(2));
  }

  private static SagaProgress ended(SagaStanding end, boolean back, Optional<String> reason) {
    return new SagaProgress(end, "", List.of(), back, 0, reason, Optional.empty());
  }

  @Test
  void a_saga_that_turns_back_says_why_and_what_is_left() {
    then(
        List.of(STARTED, FIRST_DONE, SECOND_REFUSED, GOING_BACK),
        new SagaProgress(
            SagaStanding.COMPENSATING,
            FIRST,
            List.of(FIRST),
            true,
            1,
            Optional.of("declined"),
            Optional.empty()),
        at(3));
  }

  @Test
  void a_saga_that_needs_somebody_says_why() {
    then(
        BACK_AGAIN.subList(0, 7),
        new SagaProgress(
            SagaStanding.COMPENSATION_FAILED,
            FIRST,
            List.of(FIRST),
            true,
            1,
            Optional.of("shipped"),
            Optional.empty()),
        at(6));
  }

  @Test
  void one_that_is_taken_up_goes_on_in_its_direction() {
    then(
        BACK_AGAIN.subList(0, 8),
        new SagaProgress(
            SagaStanding.COMPENSATING,
            FIRST,
            List.of(FIRST),
            true,
            1,
            Optional.of("by hand"),
            Optional.of(at(8))),
        at(8));
  }

  @Test
  void all_is_undone() {
    then(BACK_AGAIN, ended(SagaStanding.COMPENSATED, true, Optional.of("by hand")), at(5));
  }

  static Stream<List<SagaEvent>> lives() {
    return Stream.of(
        FORTH,
        BACK_AGAIN,
        List.of(STARTED, FIRST_DONE, SECOND_REFUSED, STUCK, SECOND_DONE, COMPLETED),
        List.of(STARTED, FIRST_DONE, SECOND_DONE, COMPLETED, GOING_BACK, FIRST_UNDONE, BACK));
  }

  @ParameterizedTest
  @MethodSource("lives")
  void the_row_stands_where_the_saga_itself_stands(List<SagaEvent> life) {
    SagaDecider decider = new SagaDecider();
    SagaState state = decider.initial();
    Optional<SagaOverview> row = Optional.empty();
    for (SagaEvent event : life) {
      state = decider.evolve(state, event);
      row = Optional.of(SagaListProjection.apply(row, event, 1));
      assertThat(row.get().progress())
          .as("after %s", event)
          .returns(standing(state), SagaProgress::state)
          .returns(ahead(state), SagaProgress::ahead);
    }
  }

  private static SagaStanding standing(SagaState state) {
    return switch (state) {
      case SagaState.None s -> throw new AssertionError("It has begun");
      case SagaState.Running s -> SagaStanding.RUNNING;
      case SagaState.Compensating s -> SagaStanding.COMPENSATING;
      case SagaState.CompensationFailed s -> SagaStanding.COMPENSATION_FAILED;
      case SagaState.Completed s -> SagaStanding.COMPLETED;
      case SagaState.Compensated s -> SagaStanding.COMPENSATED;
    };
  }

  private static List<String> ahead(SagaState state) {
    return switch (state) {
      case SagaState.Running s -> without(s.plan().steps(), s.done());
      case SagaState.Compensating s -> s.left();
      case SagaState.CompensationFailed s ->
          s.left().isEmpty() ? without(s.plan().steps(), s.done()) : s.left();
      default -> List.of();
    };
  }

  private static List<String> without(List<String> steps, List<String> done) {
    return steps.stream().filter(step -> !done.contains(step)).toList();
  }
}
