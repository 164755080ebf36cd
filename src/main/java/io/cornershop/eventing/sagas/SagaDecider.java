package io.cornershop.eventing.sagas;

import io.cornershop.eventing.sagas.SagaCommand.CompensateSaga;
import io.cornershop.eventing.sagas.SagaCommand.CompleteStep;
import io.cornershop.eventing.sagas.SagaCommand.FailStep;
import io.cornershop.eventing.sagas.SagaCommand.GiveSagaUp;
import io.cornershop.eventing.sagas.SagaCommand.RecordAnswer;
import io.cornershop.eventing.sagas.SagaCommand.ResumeSaga;
import io.cornershop.eventing.sagas.SagaCommand.RetryStep;
import io.cornershop.eventing.sagas.SagaCommand.StartSaga;
import io.cornershop.eventing.sagas.SagaEvent.SagaStarted;
import io.cornershop.eventing.sagas.SagaEvent.SagaStepFailed;
import io.cornershop.eventing.sagas.SagaState.Begun;
import io.cornershop.eventing.sagas.SagaState.Compensated;
import io.cornershop.eventing.sagas.SagaState.Compensating;
import io.cornershop.eventing.sagas.SagaState.CompensationFailed;
import io.cornershop.eventing.sagas.SagaState.Completed;
import io.cornershop.eventing.sagas.SagaState.None;
import io.cornershop.eventing.sagas.SagaState.Open;
import io.cornershop.eventing.sagas.SagaState.Running;
import io.cornershop.kernel.Decider;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rules of every saga's life, whatever it is about. What comes too late, twice or for another
 * step than the present one changes nothing: two nodes may work on one saga at the same time.
 */
public final class SagaDecider implements Decider<SagaCommand, SagaState, SagaEvent> {

  @Override
  public SagaState initial() {
    return new None();
  }

  @Override
  public List<SagaEvent> decide(SagaCommand command, SagaState state) {
    return switch (command) {
      case StartSaga c -> start(c, state);
      case CompleteStep c -> complete(c, begun(c, state));
      case RecordAnswer c -> answer(c, begun(c, state));
      case RetryStep c -> retry(c, begun(c, state));
      case FailStep c -> fail(c, begun(c, state));
      case CompensateSaga c -> compensate(c, begun(c, state));
      case ResumeSaga c -> resume(c, begun(c, state));
      case GiveSagaUp c -> giveUp(c, begun(c, state));
    };
  }

  @Override
  public SagaState evolve(SagaState state, SagaEvent event) {
    return SagaLife.next(state, event);
  }

  private static Begun begun(SagaCommand c, SagaState state) {
    return switch (state) {
      case None s -> throw new NotFound("saga", c.sagaId());
      case Begun s -> s;
    };
  }

  private static List<SagaEvent> start(StartSaga c, SagaState state) {
    return switch (state) {
      case None s ->
          List.of(
              new SagaStarted(
                  c.sagaId(),
                  c.sagaType(),
                  c.definitionVersion(),
                  c.subject(),
                  c.trigger(),
                  c.steps(),
                  c.at()));
      case Begun s -> requireRepeat(c, s);
    };
  }

  private static List<SagaEvent> requireRepeat(StartSaga again, Begun before) {
    if (!again.trigger().equals(before.plan().trigger())) {
      throw Rejected.conflict("saga-already-exists", "There is another saga " + again.sagaId());
    }
    return List.of();
  }

  private static List<SagaEvent> complete(CompleteStep c, Begun saga) {
    if (Moves.isAt(saga, c.step(), c.compensation())) {
      return Moves.completed(saga, c.step(), c.at());
    }
    return c.compensation() ? List.of() : late(saga, c.step(), c.at());
  }

  /** What was done although it was not wanted any more is recorded; its undoing was sent before. */
  private static List<SagaEvent> late(Begun saga, String step, Instant at) {
    return switch (saga) {
      case Running s -> List.of();
      case Completed s -> List.of();
      case Compensating s -> List.of(Moves.late(s, step, at));
      case Compensated s -> List.of(Moves.late(s, step, at));
      case CompensationFailed s ->
          s.left().isEmpty() ? List.of() : List.of(Moves.late(s, step, at));
    };
  }

  private static List<SagaEvent> answer(RecordAnswer c, Begun saga) {
    if (Moves.isAt(saga, c.step(), false)) {
      return switch (c.doing()) {
        case DONE -> Moves.completed(saga, c.step(), c.at());
        case REFUSED -> fail(failure(c, saga, false), saga);
        case NONE -> List.of();
      };
    }
    if (Moves.isAt(saga, c.step(), true) && c.undoing() != Reply.NONE) {
      return c.undoing() == Reply.DONE
          ? Moves.completed(saga, c.step(), c.at())
          : fail(failure(c, saga, true), saga);
    }
    return c.doing() == Reply.DONE ? late(saga, c.step(), c.at()) : List.of();
  }

  private static FailStep failure(RecordAnswer c, Begun saga, boolean compensation) {
    int attempt = SagaLife.openOf(saga).map(open -> open.effort().attempt()).orElse(0);
    return new FailStep(
        c.sagaId(), c.step(), compensation, attempt, c.reason(), c.remedy(), c.at());
  }

  private static List<SagaEvent> retry(RetryStep c, Begun saga) {
    return Moves.isTrying(saga, c.step(), c.compensation(), c.attempt())
        ? List.of(
            new SagaStepFailed(
                c.sagaId(),
                saga.plan().sagaType(),
                c.step(),
                c.compensation(),
                c.attempt(),
                c.reason(),
                Optional.of(c.retryAt()),
                c.at()))
        : List.of();
  }

  private static List<SagaEvent> fail(FailStep c, Begun saga) {
    return Moves.isTrying(saga, c.step(), c.compensation(), c.attempt())
        ? Moves.failed(c, saga)
        : List.of();
  }

  private static List<SagaEvent> compensate(CompensateSaga c, Begun saga) {
    return switch (saga) {
      case Running s -> Moves.back(s, Moves.reached(s), c.reason(), c.at());
      case Completed s -> Moves.back(s, s.plan().steps(), c.reason(), c.at());
      case Compensating s -> List.of();
      case Compensated s -> List.of();
      case CompensationFailed s -> List.of();
    };
  }

  private static List<SagaEvent> giveUp(GiveSagaUp c, Begun saga) {
    return switch (saga) {
      case Running s -> Moves.back(s, Moves.reached(s), c.reason(), c.at());
      case Compensating s -> throw notCompensable(c, "is being undone already");
      case CompensationFailed s -> throw notCompensable(c, "waits to be retried");
      case Completed s -> throw notCompensable(c, "is done");
      case Compensated s -> throw notCompensable(c, "is undone");
    };
  }

  private static Rejected notCompensable(GiveSagaUp c, String why) {
    return Rejected.conflict("saga-not-compensable", "Saga %s %s".formatted(c.sagaId(), why));
  }

  /** Once its time has come, or somebody has taken it up, another try is no news. */
  private static boolean isToBeRetried(Open saga, Instant now) {
    return saga.effort().retryAt().filter(now::isBefore).isPresent();
  }

  private static List<SagaEvent> resume(ResumeSaga c, Begun saga) {
    Optional<Open> open =
        SagaLife.openOf(saga)
            .filter(o -> saga instanceof CompensationFailed || isToBeRetried(o, c.at()));
    return open.map(o -> List.<SagaEvent>of(Moves.again(o, c)))
        .orElseThrow(
            () ->
                Rejected.conflict(
                    "saga-not-retryable", "Saga %s waits for no other try".formatted(c.sagaId())));
  }
}
