package io.cornershop.eventing.sagas;

import io.cornershop.eventing.sagas.SagaEvent.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A saga is {@code None → Running → Completed}. When a step fails for good, or it is told to give
 * up, it goes {@code → Compensating → Compensated}; where it can go neither on nor back it is
 * {@code CompensationFailed} until an operator, or a late answer, takes it up again.
 */
public sealed interface SagaState {

  /** Not heard of yet. */
  record None() implements SagaState {}

  /** There is one, wherever it stands. */
  sealed interface Begun extends SagaState {

    /** What it is. */
    Plan plan();
  }

  /** It has something to do or to wait for. */
  sealed interface Open extends Begun {

    /** The present try. */
    Effort effort();
  }

  /** What a saga is; never changes. */
  record Plan(
      SagaId sagaId,
      String sagaType,
      int definitionVersion,
      String subject,
      Trigger trigger,
      List<String> steps,
      Instant startedAt) {

    public Plan {
      steps = List.copyOf(steps);
    }
  }

  /**
   * The present try.
   *
   * @param attempt how often it is tried by now, from 1
   * @param round how often an operator has taken it up; commands of another round are new ones
   * @param retryAt not before this time
   * @param since when it began, from which deadlines count
   */
  record Effort(int attempt, int round, Optional<Instant> retryAt, Instant since) {

    static Effort first(Instant since) {
      return new Effort(1, 0, Optional.empty(), since);
    }
  }

  /**
   * Step by step.
   *
   * @param done the steps that are done
   */
  record Running(Plan plan, List<String> done, Effort effort) implements Open {

    public Running {
      done = List.copyOf(done);
    }

    /** The step that is to be done now; empty only in a history that no decision has made. */
    Optional<String> current() {
      return plan.steps().stream().filter(step -> !done.contains(step)).findFirst();
    }
  }

  /**
   * On its way back.
   *
   * @param left what is still to be undone, in this order
   */
  record Compensating(Plan plan, List<String> left, String reason, Effort effort) implements Open {

    public Compensating {
      left = List.copyOf(left);
    }
  }

  /** All is done. */
  record Completed(Plan plan) implements Begun {}

  /** All is undone. */
  record Compensated(Plan plan) implements Begun {}

  /**
   * It needs somebody.
   *
   * @param done the steps that are done, when it was on its way forward
   * @param left what is still to be undone; empty when it was on its way forward
   */
  record CompensationFailed(
      Plan plan, List<String> done, List<String> left, String reason, Effort effort)
      implements Begun {

    public CompensationFailed {
      done = List.copyOf(done);
      left = List.copyOf(left);
    }

    static CompensationFailed of(Open interrupted) {
      return switch (interrupted) {
        case Running s -> new CompensationFailed(s.plan(), s.done(), List.of(), "", s.effort());
        case Compensating s ->
            new CompensationFailed(s.plan(), List.of(), s.left(), s.reason(), s.effort());
      };
    }

    /** What it was before. */
    Open interrupted() {
      return left.isEmpty()
          ? new Running(plan, done, effort)
          : new Compensating(plan, left, reason, effort);
    }
  }
}
