package io.cornershop.eventing.sagas;

import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.WireName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can happen to a saga. They are its only state. */
public sealed interface SagaEvent extends DomainEvent {

  SagaId sagaId();

  /** The name of its definition. */
  String sagaType();

  /** The event that has started a saga, by its place: its facts are read from there. */
  record Trigger(String aggregateType, String aggregateId, long sequence) {}

  /**
   * It has begun.
   *
   * @param subject what it is about, as callers know it
   * @param steps its steps in order, as this version of the definition has them
   */
  @WireName("SagaStarted")
  record SagaStarted(
      SagaId sagaId,
      String sagaType,
      int definitionVersion,
      String subject,
      Trigger trigger,
      List<String> steps,
      Instant startedAt)
      implements SagaEvent {

    public SagaStarted {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A step is done, or undone.
   *
   * @param compensation whether it is undone
   * @param late whether nobody was waiting for it any more; it then changes nothing
   */
  @WireName("SagaStepCompleted")
  record SagaStepCompleted(
      SagaId sagaId,
      String sagaType,
      String step,
      boolean compensation,
      boolean late,
      Instant completedAt)
      implements SagaEvent {}

  /**
   * A step has failed, or its undoing has.
   *
   * @param attempt how often it was tried; 0 when an operator wants another try
   * @param retryAt when it is tried again; empty when it is not
   */
  @WireName("SagaStepFailed")
  record SagaStepFailed(
      SagaId sagaId,
      String sagaType,
      String step,
      boolean compensation,
      int attempt,
      String reason,
      Optional<Instant> retryAt,
      Instant failedAt)
      implements SagaEvent {}

  /**
   * What was done is being undone.
   *
   * @param step where it stood
   * @param steps what is undone, in this order
   */
  @WireName("SagaCompensationStarted")
  record SagaCompensationStarted(
      SagaId sagaId,
      String sagaType,
      String step,
      String reason,
      List<String> steps,
      Instant startedAt)
      implements SagaEvent {

    public SagaCompensationStarted {
      steps = List.copyOf(steps);
    }
  }

  /** All that was done is undone: an end. */
  @WireName("SagaCompensationCompleted")
  record SagaCompensationCompleted(SagaId sagaId, String sagaType, Instant completedAt)
      implements SagaEvent {}

  /** All steps are done: an end. */
  @WireName("SagaCompleted")
  record SagaCompleted(SagaId sagaId, String sagaType, Instant completedAt) implements SagaEvent {}

  /** It can go neither on nor back by itself: an operator is needed. */
  @WireName("SagaFailed")
  record SagaFailed(SagaId sagaId, String sagaType, String step, String reason, Instant failedAt)
      implements SagaEvent {}
}
