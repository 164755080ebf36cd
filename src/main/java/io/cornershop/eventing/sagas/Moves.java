package io.cornershop.eventing.sagas;

import io.cornershop.eventing.sagas.SagaCommand.FailStep;
import io.cornershop.eventing.sagas.SagaCommand.Remedy;
import io.cornershop.eventing.sagas.SagaCommand.ResumeSaga;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompensationCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompensationStarted;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaFailed;
import io.cornershop.eventing.sagas.SagaEvent.SagaStepCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaStepFailed;
import io.cornershop.eventing.sagas.SagaState.Begun;
import io.cornershop.eventing.sagas.SagaState.Compensating;
import io.cornershop.eventing.sagas.SagaState.Open;
import io.cornershop.eventing.sagas.SagaState.Running;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The moves of a saga: on, back, and to a halt. */
final class Moves {

  private Moves() {}

  /** Whether this step is being done, or waits to be undone. */
  static boolean isAt(Begun saga, String step, boolean compensation) {
    return SagaLife.openOf(saga)
        .filter(
            open ->
                switch (open) {
                  case Running s -> !compensation && s.current().filter(step::equals).isPresent();
                  case Compensating s -> compensation && s.left().contains(step);
                })
        .isPresent();
  }

  /** Whether this is the present try of the step. */
  static boolean isTrying(Begun saga, String step, boolean compensation, int attempt) {
    return saga instanceof Open open
        && open.effort().attempt() == attempt
        && isAt(saga, step, compensation);
  }

  static List<SagaEvent> completed(Begun saga, String step, Instant at) {
    String type = saga.plan().sagaType();
    SagaId id = saga.plan().sagaId();
    Open open = SagaLife.openOf(saga).orElseThrow();
    boolean isBack = open instanceof Compensating;
    List<SagaEvent> events = new ArrayList<>();
    events.add(new SagaStepCompleted(id, type, step, isBack, false, at));
    switch (open) {
      case Running s -> {
        if (s.done().size() + 1 == s.plan().steps().size()) {
          events.add(new SagaCompleted(id, type, at));
        }
      }
      case Compensating s -> {
        if (s.left().size() == 1) {
          events.add(new SagaCompensationCompleted(id, type, at));
        }
      }
    }
    return List.copyOf(events);
  }

  static SagaEvent late(Begun saga, String step, Instant at) {
    return new SagaStepCompleted(
        saga.plan().sagaId(), saga.plan().sagaType(), step, false, true, at);
  }

  static List<SagaEvent> failed(FailStep c, Begun saga) {
    String type = saga.plan().sagaType();
    List<SagaEvent> events = new ArrayList<>();
    events.add(
        new SagaStepFailed(
            c.sagaId(),
            type,
            c.step(),
            c.compensation(),
            c.attempt(),
            c.reason(),
            Optional.empty(),
            c.at()));
    if (saga instanceof Running s && c.remedy() != Remedy.OPERATOR) {
      List<String> undone = c.remedy() == Remedy.UNDO_WITH_STEP ? reached(s) : s.done();
      events.addAll(back(s, undone, c.reason(), c.at()));
    } else {
      events.add(new SagaFailed(c.sagaId(), type, c.step(), c.reason(), c.at()));
    }
    return List.copyOf(events);
  }

  /** The steps that are done, and the one that may be half done. */
  static List<String> reached(Running saga) {
    List<String> reached = new ArrayList<>(saga.done());
    saga.current().ifPresent(reached::add);
    return reached;
  }

  static List<SagaEvent> back(Begun saga, List<String> undone, String reason, Instant at) {
    String type = saga.plan().sagaType();
    SagaId id = saga.plan().sagaId();
    String step =
        saga instanceof Running s
            ? s.current().orElse("")
            : saga.plan().steps().stream().reduce("", (first, second) -> second);
    List<SagaEvent> events = new ArrayList<>();
    events.add(new SagaCompensationStarted(id, type, step, reason, undone.reversed(), at));
    if (undone.isEmpty()) {
      events.add(new SagaCompensationCompleted(id, type, at));
    }
    return List.copyOf(events);
  }

  static SagaEvent again(Open open, ResumeSaga c) {
    String step = SagaLife.stepOf(open).orElse("");
    return new SagaStepFailed(
        c.sagaId(),
        open.plan().sagaType(),
        step,
        open instanceof Compensating,
        0,
        c.reason(),
        Optional.of(c.at()),
        c.at());
  }
}
