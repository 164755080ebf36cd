package io.cornershop.eventing.sagas;

import io.cornershop.eventing.sagas.SagaEvent.SagaCompensationCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompensationStarted;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaFailed;
import io.cornershop.eventing.sagas.SagaEvent.SagaStarted;
import io.cornershop.eventing.sagas.SagaEvent.SagaStepCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaStepFailed;
import io.cornershop.eventing.sagas.SagaState.Begun;
import io.cornershop.eventing.sagas.SagaState.Compensated;
import io.cornershop.eventing.sagas.SagaState.Compensating;
import io.cornershop.eventing.sagas.SagaState.CompensationFailed;
import io.cornershop.eventing.sagas.SagaState.Completed;
import io.cornershop.eventing.sagas.SagaState.Effort;
import io.cornershop.eventing.sagas.SagaState.None;
import io.cornershop.eventing.sagas.SagaState.Open;
import io.cornershop.eventing.sagas.SagaState.Plan;
import io.cornershop.eventing.sagas.SagaState.Running;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where a saga stands after what has happened to it. */
final class SagaLife {

  private SagaLife() {}

  /** History has happened: what does not fit leaves the saga as it is. */
  static SagaState next(SagaState state, SagaEvent event) {
    return switch (event) {
      case SagaStarted e -> new Running(planOf(e), List.of(), Effort.first(e.startedAt()));
      case SagaStepCompleted e -> ifOpen(state, open -> completed(state, open, e));
      case SagaStepFailed e -> ifOpen(state, open -> failed(state, open, e));
      case SagaCompensationStarted e ->
          ifBegun(
              state,
              plan -> new Compensating(plan, e.steps(), e.reason(), Effort.first(e.startedAt())));
      case SagaCompensationCompleted e -> ifBegun(state, Compensated::new);
      case SagaCompleted e -> ifBegun(state, Completed::new);
      case SagaFailed e -> ifOpen(state, CompensationFailed::of);
    };
  }

  private static Plan planOf(SagaStarted e) {
    return new Plan(
        e.sagaId(),
        e.sagaType(),
        e.definitionVersion(),
        e.subject(),
        e.trigger(),
        e.steps(),
        e.startedAt());
  }

  private static SagaState ifBegun(SagaState state, Function<Plan, SagaState> next) {
    return state instanceof Begun begun ? next.apply(begun.plan()) : state;
  }

  private static SagaState ifOpen(SagaState state, Function<Open, SagaState> next) {
    return openOf(state).map(next).orElse(state);
  }

  /** What it is about, or was before it needed somebody. */
  static Optional<Open> openOf(SagaState state) {
    return switch (state) {
      case None s -> Optional.empty();
      case Running s -> Optional.of(s);
      case Compensating s -> Optional.of(s);
      case CompensationFailed s -> Optional.of(s.interrupted());
      case Completed s -> Optional.empty();
      case Compensated s -> Optional.empty();
    };
  }

  /** The step that it is at; empty only in a history that no decision has made. */
  static Optional<String> stepOf(Open open) {
    return switch (open) {
      case Running s -> s.current();
      case Compensating s -> s.left().stream().findFirst();
    };
  }

  private static SagaState completed(SagaState state, Open open, SagaStepCompleted e) {
    boolean isBack = open instanceof Compensating;
    if (e.late() || e.compensation() != isBack) {
      return state;
    }
    return switch (open) {
      case Running s ->
          new Running(
              s.plan(),
              Stream.concat(s.done().stream(), Stream.of(e.step())).toList(),
              Effort.first(e.completedAt()));
      case Compensating s ->
          new Compensating(s.plan(), without(s.left(), e.step()), s.reason(), goesOn(s.effort()));
    };
  }

  /** The round stays: commands of what is left are still the same ones. */
  private static Effort goesOn(Effort effort) {
    return new Effort(1, effort.round(), Optional.empty(), effort.since());
  }

  private static List<String> without(List<String> steps, String step) {
    return steps.stream().filter(other -> !other.equals(step)).toList();
  }

  private static SagaState failed(SagaState state, Open open, SagaStepFailed e) {
    if (e.retryAt().isEmpty()) {
      return state;
    }
    Instant again = e.retryAt().get();
    int round = open.effort().round() + (state instanceof CompensationFailed ? 1 : 0);
    Effort next = new Effort(e.attempt() + 1, round, Optional.of(again), again);
    return switch (open) {
      case Running s -> new Running(s.plan(), s.done(), next);
      case Compensating s -> new Compensating(s.plan(), s.left(), s.reason(), next);
    };
  }
}
