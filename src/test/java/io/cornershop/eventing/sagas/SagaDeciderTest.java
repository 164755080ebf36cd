package io.cornershop.eventing.sagas;

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
import static io.cornershop.eventing.sagas.SagaFixtures.TRIGGER;
import static io.cornershop.eventing.sagas.SagaFixtures.TYPE;
import static io.cornershop.eventing.sagas.SagaFixtures.UNDOING_REFUSED;
import static io.cornershop.eventing.sagas.SagaFixtures.at;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.sagas.SagaCommand.CompensateSaga;
import io.cornershop.eventing.sagas.SagaCommand.CompleteStep;
import io.cornershop.eventing.sagas.SagaCommand.FailStep;
import io.cornershop.eventing.sagas.SagaCommand.GiveSagaUp;
import io.cornershop.eventing.sagas.SagaCommand.RecordAnswer;
import io.cornershop.eventing.sagas.SagaCommand.Remedy;
import io.cornershop.eventing.sagas.SagaCommand.ResumeSaga;
import io.cornershop.eventing.sagas.SagaCommand.RetryStep;
import io.cornershop.eventing.sagas.SagaCommand.StartSaga;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompensationCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompensationStarted;
import io.cornershop.eventing.sagas.SagaEvent.SagaFailed;
import io.cornershop.eventing.sagas.SagaEvent.SagaStepFailed;
import io.cornershop.eventing.sagas.SagaEvent.Trigger;
import io.cornershop.kernel.NotFound;
import io.cornershop.testing.DeciderSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SagaDeciderTest {

  private final DeciderSpec<SagaCommand, SagaState, SagaEvent> saga =
      DeciderSpec.of(new SagaDecider());

  private static StartSaga startBy(Trigger trigger) {
    return new StartSaga(SAGA, TYPE, 1, "order-1", trigger, List.of(FIRST, SECOND), at(0));
  }

  private static CompleteStep complete(String step, boolean compensation, int second) {
    return new CompleteStep(SAGA, step, compensation, at(second));
  }

  private static RecordAnswer answer(Reply doing, Reply undoing, int second) {
    return new RecordAnswer(
        SAGA, SECOND, doing, undoing, "declined", Remedy.UNDO_BEFORE_STEP, at(second));
  }

  private static FailStep fail(String step, boolean compensation, Remedy remedy, int second) {
    String reason = compensation ? "shipped" : "declined";
    return new FailStep(SAGA, step, compensation, 1, reason, remedy, at(second));
  }

  @Test
  void starts_once_by_one_event() {
    saga.given().when(startBy(TRIGGER)).then(STARTED);
    saga.given(STARTED).when(startBy(TRIGGER)).thenNothing();
    saga.given(STARTED)
        .when(startBy(new Trigger("Cart", "order-1", 4)))
        .thenRejected("saga-already-exists");
  }

  @Test
  void knows_nothing_of_a_saga_that_has_not_started() {
    SagaDecider decider = new SagaDecider();
    assertThatThrownBy(() -> decider.decide(complete(FIRST, false, 1), decider.initial()))
        .isInstanceOf(NotFound.class)
        .hasMessage("There is no saga order-1");
  }

  @Test
  void goes_on_step_by_step_to_its_end() {
    saga.given(STARTED)
        .when(complete(FIRST, false, 1))
        .then(FIRST_DONE)
        .when(complete(SECOND, false, 2))
        .then(SECOND_DONE, COMPLETED);
  }

  @Test
  void takes_no_step_twice_or_before_its_turn() {
    saga.given(STARTED, FIRST_DONE).when(complete(FIRST, false, 2)).thenNothing();
    saga.given(STARTED).when(complete(SECOND, false, 2)).thenNothing();
  }

  @Test
  void waits_for_another_try_of_a_step_that_fails() {
    RetryStep retry = new RetryStep(SAGA, SECOND, false, 1, "broken", at(4), at(3));
    saga.given(STARTED, FIRST_DONE).when(retry).then(SECOND_FAILED).when(retry).thenNothing();
    saga.given(STARTED).when(retry).thenNothing();
  }

  @Test
  void undoes_what_is_before_a_step_that_an_event_refuses() {
    saga.given(STARTED, FIRST_DONE)
        .when(answer(Reply.REFUSED, Reply.DONE, 3))
        .then(SECOND_REFUSED, GOING_BACK)
        .when(complete(FIRST, true, 5))
        .then(FIRST_UNDONE, BACK);
  }

  @Test
  void undoes_a_refused_step_too_for_it_may_be_half_done() {
    saga.given(STARTED, FIRST_DONE)
        .when(fail(SECOND, false, Remedy.UNDO_WITH_STEP, 3))
        .then(
            SECOND_REFUSED,
            new SagaCompensationStarted(
                SAGA, TYPE, SECOND, "declined", List.of(SECOND, FIRST), at(3)));
  }

  @Test
  void has_nothing_to_undo_when_the_first_step_had_no_effect() {
    saga.given(STARTED)
        .when(fail(FIRST, false, Remedy.UNDO_BEFORE_STEP, 3))
        .then(
            new SagaStepFailed(SAGA, TYPE, FIRST, false, 1, "declined", Optional.empty(), at(3)),
            new SagaCompensationStarted(SAGA, TYPE, FIRST, "declined", List.of(), at(3)),
            new SagaCompensationCompleted(SAGA, TYPE, at(3)));
  }

  @Test
  void waits_for_an_operator_where_it_can_neither_go_on_nor_back() {
    saga.given(STARTED, FIRST_DONE)
        .when(fail(SECOND, false, Remedy.OPERATOR, 3))
        .then(SECOND_REFUSED, new SagaFailed(SAGA, TYPE, SECOND, "declined", at(3)));
    saga.given(STARTED, FIRST_DONE, GOING_BACK)
        .when(fail(FIRST, true, Remedy.OPERATOR, 6))
        .then(UNDOING_REFUSED, STUCK);
  }

  @Test
  void is_taken_up_by_an_operator() {
    ResumeSaga resume = new ResumeSaga(SAGA, "by hand", at(8));
    saga.given(STARTED, FIRST_DONE, GOING_BACK, UNDOING_REFUSED, STUCK)
        .when(resume)
        .then(TAKEN_UP)
        .when(complete(FIRST, true, 5))
        .then(FIRST_UNDONE, BACK);
    saga.given(STARTED).when(resume).thenRejected("saga-not-retryable");
  }

  @Test
  void is_taken_up_by_an_answer_that_comes_after_all() {
    SagaCompensationStarted both =
        new SagaCompensationStarted(SAGA, TYPE, SECOND, "late", List.of(SECOND), at(3));
    saga.given(STARTED, FIRST_DONE, both, STUCK)
        .when(answer(Reply.NONE, Reply.DONE, 7))
        .then(
            new SagaEvent.SagaStepCompleted(SAGA, TYPE, SECOND, true, false, at(7)),
            new SagaCompensationCompleted(SAGA, TYPE, at(7)));
  }

  @Test
  void records_what_was_done_too_late_and_changes_nothing() {
    RecordAnswer late = answer(Reply.DONE, Reply.NONE, 7);
    saga.given(STARTED, FIRST_DONE, GOING_BACK)
        .when(late)
        .then(SECOND_LATE)
        .when(complete(FIRST, true, 5))
        .then(FIRST_UNDONE, BACK)
        .when(late)
        .then(SECOND_LATE);
    saga.given(STARTED, FIRST_DONE, SECOND_DONE, COMPLETED).when(late).thenNothing();
  }

  @Test
  void goes_back_when_it_is_cancelled_wherever_it_stands() {
    CompensateSaga cancel = new CompensateSaga(SAGA, "OrderCancelled", at(9));
    saga.given(STARTED)
        .when(cancel)
        .then(
            new SagaCompensationStarted(
                SAGA, TYPE, FIRST, "OrderCancelled", List.of(FIRST), at(9)));
    saga.given(STARTED, FIRST_DONE, SECOND_DONE, COMPLETED)
        .when(cancel)
        .then(
            new SagaCompensationStarted(
                SAGA, TYPE, SECOND, "OrderCancelled", List.of(SECOND, FIRST), at(9)))
        .when(cancel)
        .thenNothing();
  }

  @Test
  void is_given_up_by_an_operator_while_it_goes_on_and_not_otherwise() {
    GiveSagaUp giveUp = new GiveSagaUp(SAGA, "nobody wants it", at(9));
    saga.given(STARTED, FIRST_DONE)
        .when(giveUp)
        .then(
            new SagaCompensationStarted(
                SAGA, TYPE, SECOND, "nobody wants it", List.of(SECOND, FIRST), at(9)))
        .when(giveUp)
        .thenRejected("saga-not-compensable");
    saga.given(STARTED, FIRST_DONE, GOING_BACK, UNDOING_REFUSED, STUCK)
        .when(giveUp)
        .thenRejected("saga-not-compensable");
    saga.given(STARTED, FIRST_DONE, SECOND_DONE, COMPLETED)
        .when(giveUp)
        .thenRejected("saga-not-compensable");
    saga.given(STARTED, FIRST_DONE, GOING_BACK, FIRST_UNDONE, BACK)
        .when(giveUp)
        .thenRejected("saga-not-compensable");
  }

  @Test
  void is_taken_up_before_its_time_and_not_again_after_that() {
    saga.given(STARTED, FIRST_DONE, SECOND_FAILED)
        .when(new ResumeSaga(SAGA, "by hand", at(3)))
        .then(
            new SagaStepFailed(SAGA, TYPE, SECOND, false, 0, "by hand", Optional.of(at(3)), at(3)))
        .when(new ResumeSaga(SAGA, "by hand", at(3)))
        .thenRejected("saga-not-retryable");
    saga.given(STARTED, FIRST_DONE, SECOND_FAILED)
        .when(new ResumeSaga(SAGA, "by hand", at(4)))
        .thenRejected("saga-not-retryable");
  }
}
