package io.cornershop.eventing.api.sagas;

import io.cornershop.eventing.sagas.views.SagaOverview;
import io.cornershop.eventing.sagas.views.SagaProgress;
import io.cornershop.eventing.sagas.views.SagaStanding;
import java.time.Instant;
import java.util.Optional;

/**
 * A saga in a list.
 *
 * @param step that it is at; absent at an end
 * @param attempt how often the step is tried by now
 * @param reason why it turned back, waits for another try, or needs somebody
 * @param retryAt when it is tried again, or was
 * @param deadline when what it waits for has an end
 * @param objection why the node that answers cannot go on with it
 * @param sequence of the saga's last event
 */
public record SagaAnswer(
    String sagaId,
    String sagaType,
    int definitionVersion,
    String orderId,
    SagaStanding state,
    Optional<String> step,
    int attempt,
    Optional<String> reason,
    Optional<Instant> retryAt,
    Instant startedAt,
    Instant updatedAt,
    Optional<Instant> deadline,
    Optional<String> objection,
    long sequence) {

  /** What is known beside the row. */
  record Beside(Optional<Instant> deadline, Optional<String> objection) {}

  static SagaAnswer of(SagaOverview saga, Beside beside) {
    SagaProgress progress = saga.progress();
    return new SagaAnswer(
        saga.sagaId(),
        saga.sagaType(),
        saga.definitionVersion(),
        saga.subject(),
        progress.state(),
        Optional.of(progress.step()).filter(step -> !step.isEmpty()),
        progress.attempt(),
        progress.reason(),
        progress.retryAt(),
        saga.startedAt(),
        saga.updatedAt(),
        beside.deadline(),
        beside.objection(),
        saga.sequence());
  }
}
