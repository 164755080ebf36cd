package io.cornershop.eventing.api.sagas;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.sagas.SagaEvent;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompensationCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompensationStarted;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaFailed;
import io.cornershop.eventing.sagas.SagaEvent.SagaStarted;
import io.cornershop.eventing.sagas.SagaEvent.SagaStepCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaStepFailed;
import io.cornershop.eventing.sagas.SagaHistory.Told;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that has happened to a saga.
 *
 * @param what in words
 * @param userId who asked for what led to it
 */
public record SagaEntry(
    long sequence,
    UUID eventId,
    String eventType,
    Instant timestamp,
    Optional<String> step,
    String what,
    Optional<Instant> retryAt,
    String userId,
    String correlationId) {

  static SagaEntry of(Told told) {
    EventEnvelope envelope = told.envelope();
    return new SagaEntry(
        envelope.sequence(),
        envelope.eventId(),
        envelope.type().name(),
        envelope.timestamp(),
        stepOf(told.event()),
        what(told.event()),
        retryAt(told.event()),
        envelope.metadata().userId(),
        envelope.metadata().correlationId());
  }

  private static Optional<String> stepOf(SagaEvent event) {
    return switch (event) {
      case SagaStarted e -> Optional.empty();
      case SagaStepCompleted e -> Optional.of(e.step());
      case SagaStepFailed e -> Optional.of(e.step());
      case SagaCompensationStarted e -> Optional.of(e.step());
      case SagaCompensationCompleted e -> Optional.empty();
      case SagaCompleted e -> Optional.empty();
      case SagaFailed e -> Optional.of(e.step());
    };
  }

  private static Optional<Instant> retryAt(SagaEvent event) {
    return event instanceof SagaStepFailed e ? e.retryAt() : Optional.empty();
  }

  private static String what(SagaEvent event) {
    return switch (event) {
      case SagaStarted e -> "started";
      case SagaStepCompleted e -> e.late() ? "done too late" : e.compensation() ? "undone" : "done";
      case SagaStepFailed e -> failure(e);
      case SagaCompensationStarted e -> "turned back: " + e.reason();
      case SagaCompensationCompleted e -> "all undone";
      case SagaCompleted e -> "all done";
      case SagaFailed e -> "needs an operator: " + e.reason();
    };
  }

  private static String failure(SagaStepFailed e) {
    if (e.attempt() == 0) {
      return "taken up: " + e.reason();
    }
    String direction = e.compensation() ? "undoing" : "doing";
    return "%s failed in attempt %d: %s".formatted(direction, e.attempt(), e.reason());
  }
}
