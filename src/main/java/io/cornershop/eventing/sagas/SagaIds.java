package io.cornershop.eventing.sagas;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.sagas.SagaState.Plan;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata.SagaStep;
import java.util.UUID;

/**
 * The ids and the origin of what a saga commands. Ids derive from its state, so a repeat has the
 * same ones.
 */
final class SagaIds {

  private static final String SAGA = "saga";

  private SagaIds() {}

  static CommandId ofInstruction(
      SagaId saga, String step, boolean compensation, int round, int at) {
    String direction = compensation ? "undo" : "do";
    return CommandId.of(
        SAGA, saga.value(), step, direction, String.valueOf(round), String.valueOf(at));
  }

  /** One decision follows from each state, whoever makes it. */
  static CommandId ofDecisionAfter(SagaId saga, long sequence) {
    return CommandId.of(SAGA, saga.value(), "after", String.valueOf(sequence));
  }

  /** What an event means to a step. */
  static CommandId ofMessage(SagaId saga, UUID eventId, String step) {
    return CommandId.of(SAGA, saga.value(), "message", eventId.toString(), step);
  }

  static String ofTimerAfter(SagaId saga, long sequence) {
    return CommandId.of(SAGA, saga.value(), "timer", String.valueOf(sequence)).value();
  }

  static CommandContext context(Plan plan, EventEnvelope cause, CommandId id, String step) {
    SagaStep place = new SagaStep(plan.sagaId().value(), step, plan.steps().size());
    return CommandContext.of(
        id, cause.metadata().causing(cause.eventId().toString(), plan.sagaType()).in(place));
  }
}
