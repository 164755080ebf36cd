package io.cornershop.eventing.sagas;

import io.cornershop.eventing.commands.AggregateLoader;
import io.cornershop.eventing.commands.AggregateLoader.Loaded;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompensationCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompensationStarted;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaFailed;
import io.cornershop.eventing.sagas.SagaEvent.SagaStarted;
import io.cornershop.eventing.sagas.SagaEvent.SagaStepCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaStepFailed;
import io.cornershop.eventing.sagas.SagaObserver.Result;
import io.cornershop.eventing.sagas.SagaState.Begun;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells an observer what the commits of sagas say that this node has appended. When a saga began,
 * it knows from the state that the command handler keeps; asks no database. Thread-safe.
 */
public final class SagaWatch implements CommitListener {

  private final EventJson json;
  private final AggregateLoader loader;
  private final SagaObserver observer;

  public SagaWatch(EventJson json, AggregateLoader loader, SagaObserver observer) {
    this.json = json;
    this.loader = loader;
    this.observer = observer;
  }

  @Override
  public void accept(Commit commit) {
    if (commit.stream().aggregateType().equals(Sagas.AGGREGATE.type())) {
      for (EventEnvelope event : commit.events()) {
        tell((SagaEvent) json.decode(event));
      }
    }
  }

  /** Whoever appended it has told of it. */
  @Override
  public void repeated(Commit commit) {
    // nothing to do
  }

  private void tell(SagaEvent event) {
    String type = event.sagaType();
    switch (event) {
      case SagaStarted e -> observer.started(type);
      case SagaStepCompleted e -> observer.stepEnded(type, e.step(), resultOf(e));
      case SagaStepFailed e -> tell(e);
      case SagaCompensationStarted e -> {}
      case SagaCompensationCompleted e -> observer.compensated(type, age(e, e.completedAt()));
      case SagaCompleted e -> observer.completed(type, age(e, e.completedAt()));
      case SagaFailed e -> observer.failed(type);
    }
  }

  private static Result resultOf(SagaStepCompleted e) {
    if (e.late()) {
      return Result.LATE;
    }
    return e.compensation() ? Result.COMPENSATED : Result.COMPLETED;
  }

  private void tell(SagaStepFailed e) {
    if (LateAnswer.isIn(e)) {
      observer.timedOut(e.sagaType(), e.step());
    }
    if (e.retryAt().isPresent()) {
      observer.retried(e.sagaType(), e.step());
    } else {
      observer.stepEnded(e.sagaType(), e.step(), Result.FAILED);
    }
  }

  private Optional<Duration> age(SagaEvent ended, Instant at) {
    return loader
        .hot(Sagas.AGGREGATE, Sagas.streamOf(ended.sagaId()))
        .map(Loaded::state)
        .filter(Begun.class::isInstance)
        .map(Begun.class::cast)
        .map(saga -> Duration.between(saga.plan().startedAt(), at));
  }
}
