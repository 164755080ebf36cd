package io.cornershop.eventing.sagas;

import io.cornershop.eventing.sagas.SagaCommand.CompleteStep;
import io.cornershop.eventing.sagas.SagaCommand.FailStep;
import io.cornershop.eventing.sagas.SagaCommand.Remedy;
import io.cornershop.eventing.sagas.SagaCommand.RetryStep;
import io.cornershop.eventing.sagas.SagaState.Compensating;
import io.cornershop.eventing.sagas.SagaState.Effort;
import io.cornershop.eventing.sagas.SagaState.Open;
import io.cornershop.eventing.sagas.SagaState.Running;
import io.cornershop.eventing.sagas.Turn.Move;
import io.cornershop.eventing.sagas.Turn.Wait;
import io.cornershop.kernel.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The course of a saga: what is to be done in a state, and what its outcome means.
 *
 * @param now by this node's clock, or the time of the timer that has fired if that is later
 */
record Course<T extends DomainEvent>(Saga<T> saga, Instance<T> instance, Instant now) {

  /** Does what is outstanding and says what follows. */
  Turn next(Open state) {
    if (state.effort().retryAt().filter(now::isBefore).isPresent()) {
      return new Wait(state.effort().retryAt().get());
    }
    return switch (state) {
      case Running s -> forward(s, step(s.current().orElse("")));
      case Compensating s -> back(s);
    };
  }

  private Step<T> step(String name) {
    return saga.steps().stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Saga %s, version %d of %s, is in step %s, which version %d does not have"
                        .formatted(
                            instance.plan().sagaId(),
                            instance.plan().definitionVersion(),
                            saga.type(),
                            name,
                            saga.version())));
  }

  private Turn forward(Running state, Step<T> step) {
    Remedy remedy = saga.isForwardOnly() ? Remedy.OPERATOR : Remedy.UNDO_WITH_STEP;
    return switch (instance.carryOut(step, false, state, "")) {
      case Outcome.Refused o -> failed(step, false, state.effort(), o.reason(), remedy);
      case Outcome.Failed o -> again(step, false, state.effort(), o.reason(), remedy);
      case Outcome.Done o ->
          step.doing().awaited().isEmpty()
              ? new Move(new CompleteStep(id(), step.name(), false, now))
              : await(step, false, state.effort());
    };
  }

  /** In their order; those that wait for an event are waited for when all others are undone. */
  private Turn back(Compensating state) {
    List<Step<T>> awaited = new ArrayList<>();
    for (String name : state.left()) {
      Step<T> step = step(name);
      Outcome outcome = instance.carryOut(step, true, state, state.reason());
      if (outcome instanceof Outcome.Refused o) {
        return failed(step, true, state.effort(), o.reason(), Remedy.OPERATOR);
      }
      if (outcome instanceof Outcome.Failed o) {
        return again(step, true, state.effort(), o.reason(), Remedy.OPERATOR);
      }
      if (step.undoing().awaited().isEmpty()) {
        return new Move(new CompleteStep(id(), name, true, now));
      }
      awaited.add(step);
    }
    return await(awaited.getFirst(), true, state.effort());
  }

  private Turn await(Step<T> step, boolean compensation, Effort effort) {
    Duration patience = step.work(compensation).awaited().orElseThrow().deadline();
    Instant deadline = effort.since().plus(patience);
    if (now.isBefore(deadline)) {
      return new Wait(deadline);
    }
    String reason = LateAnswer.of(step.name(), patience);
    return compensation || saga.isForwardOnly()
        ? again(step, compensation, effort, reason, Remedy.OPERATOR)
        : failed(step, false, effort, reason, Remedy.UNDO_WITH_STEP);
  }

  private Turn again(
      Step<T> step, boolean compensation, Effort effort, String reason, Remedy atLast) {
    int attempt = effort.attempt();
    if (saga.retries().isLast(attempt)) {
      return failed(step, compensation, effort, reason, atLast);
    }
    Instant retryAt = now.plus(saga.retries().pauseAfter(attempt));
    return new Move(new RetryStep(id(), step.name(), compensation, attempt, reason, retryAt, now));
  }

  private Turn failed(
      Step<T> step, boolean compensation, Effort effort, String reason, Remedy remedy) {
    return new Move(
        new FailStep(id(), step.name(), compensation, effort.attempt(), reason, remedy, now));
  }

  private SagaId id() {
    return instance.plan().sagaId();
  }
}
