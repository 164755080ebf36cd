package io.cornershop.eventing.sagas.views;

import io.cornershop.eventing.projections.InstantColumn;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompensationStarted;
import io.cornershop.eventing.sagas.SagaEvent.SagaFailed;
import io.cornershop.eventing.sagas.SagaEvent.SagaStepCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaStepFailed;
import jakarta.nosql.Column;
import jakarta.nosql.Convert;
import jakarta.nosql.Embeddable;
import jakarta.nosql.Embeddable.EmbeddableType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a saga has come.
 *
 * @param step that it is at; empty at an end
 * @param ahead the steps that are left, in order: to be done, or to be undone
 * @param backward whether it has turned back
 * @param attempt how often the step is tried by now, from 1; 0 at an end
 * @param reason why it turned back, waits for another try, or needs somebody
 * @param retryAt when it is tried again
 */
@Embeddable(EmbeddableType.GROUPING)
public record SagaProgress(
    @Column SagaStanding state,
    @Column String step,
    @Column List<String> ahead,
    @Column boolean backward,
    @Column int attempt,
    @Column Optional<String> reason,
    @Column @Convert(InstantColumn.class) Optional<Instant> retryAt) {

  static SagaProgress begun(List<String> steps) {
    return at(SagaStanding.RUNNING, steps, false, Optional.empty());
  }

  private static SagaProgress at(
      SagaStanding state, List<String> ahead, boolean backward, Optional<String> reason) {
    String step = ahead.stream().findFirst().orElse("");
    int attempt = ahead.isEmpty() ? 0 : 1;
    return new SagaProgress(state, step, ahead, backward, attempt, reason, Optional.empty());
  }

  /** What came too late, or in the other direction, changes nothing. */
  SagaProgress with(SagaStepCompleted e) {
    if (e.late() || e.compensation() != backward || !state.isOpen()) {
      return this;
    }
    List<String> left = ahead.stream().filter(other -> !other.equals(e.step())).toList();
    return at(going(), left, backward, reason.filter(why -> backward));
  }

  SagaProgress with(SagaStepFailed e) {
    if (!state.isOpen()) {
      return this;
    }
    Optional<String> why = Optional.of(e.reason());
    return e.retryAt().isEmpty()
        ? new SagaProgress(state, e.step(), ahead, backward, attempt, why, retryAt)
        : new SagaProgress(going(), e.step(), ahead, backward, e.attempt() + 1, why, e.retryAt());
  }

  private SagaStanding going() {
    return backward ? SagaStanding.COMPENSATING : SagaStanding.RUNNING;
  }

  SagaProgress with(SagaCompensationStarted e) {
    return at(SagaStanding.COMPENSATING, e.steps(), true, Optional.of(e.reason()));
  }

  SagaProgress with(SagaFailed e) {
    return state.isOpen()
        ? new SagaProgress(
            SagaStanding.COMPENSATION_FAILED,
            e.step(),
            ahead,
            backward,
            attempt,
            Optional.of(e.reason()),
            Optional.empty())
        : this;
  }

  SagaProgress ended(SagaStanding end) {
    return at(end, List.of(), backward, reason.filter(why -> backward));
  }
}
