package io.cornershop.eventing.sagas;

import io.cornershop.eventing.sagas.SagaEvent.Trigger;
import io.cornershop.kernel.Command;
import java.time.Instant;
import java.util.List;

/** What a saga is told. */
public sealed interface SagaCommand extends Command {

  SagaId sagaId();

  @Override
  default SagaId target() {
    return sagaId();
  }

  /** What follows from the definite failure of a step. */
  enum Remedy {
    /** Undo the step, which may be half done, and those before it. */
    UNDO_WITH_STEP,
    /** Undo those before it: the step has had no effect. */
    UNDO_BEFORE_STEP,
    /** Wait for an operator. */
    OPERATOR
  }

  /** Begin. */
  record StartSaga(
      SagaId sagaId,
      String sagaType,
      int definitionVersion,
      String subject,
      Trigger trigger,
      List<String> steps,
      Instant at)
      implements SagaCommand {

    public StartSaga {
      steps = List.copyOf(steps);
    }
  }

  /** A step is done, or undone. */
  record CompleteStep(SagaId sagaId, String step, boolean compensation, Instant at)
      implements SagaCommand {}

  /**
   * An event was heard that a step waits for, waits for when it is undone, or has waited for.
   *
   * @param doing what it says to the step
   * @param undoing what it says to its undoing
   * @param remedy what follows when it refuses the step
   */
  record RecordAnswer(
      SagaId sagaId,
      String step,
      Reply doing,
      Reply undoing,
      String reason,
      Remedy remedy,
      Instant at)
      implements SagaCommand {}

  /** A step, or its undoing, has failed in this attempt and is tried again. */
  record RetryStep(
      SagaId sagaId,
      String step,
      boolean compensation,
      int attempt,
      String reason,
      Instant retryAt,
      Instant at)
      implements SagaCommand {}

  /** A step, or its undoing, has failed in this attempt and is not tried again. */
  record FailStep(
      SagaId sagaId,
      String step,
      boolean compensation,
      int attempt,
      String reason,
      Remedy remedy,
      Instant at)
      implements SagaCommand {}

  /** Undo it all, also when it has come to its good end. */
  record CompensateSaga(SagaId sagaId, String reason, Instant at) implements SagaCommand {}

  /** Try again at once what waits for a retry or for an operator. */
  record ResumeSaga(SagaId sagaId, String reason, Instant at) implements SagaCommand {}

  /** Undo it all, because an operator says so; there must be something to undo. */
  record GiveSagaUp(SagaId sagaId, String reason, Instant at) implements SagaCommand {}
}
