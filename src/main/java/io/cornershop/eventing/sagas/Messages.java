package io.cornershop.eventing.sagas;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.sagas.SagaCommand.CompensateSaga;
import io.cornershop.eventing.sagas.SagaCommand.RecordAnswer;
import io.cornershop.eventing.sagas.SagaCommand.Remedy;
import io.cornershop.eventing.sagas.SagaCommand.StartSaga;
import io.cornershop.eventing.sagas.SagaEvent.Trigger;
import io.cornershop.eventing.sagas.SagaState.Plan;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.DomainEvent;
import java.time.Instant;

/**
 * What an event means to a saga, told once in effect.
 *
 * @param now when it is heard
 */
record Messages<T extends DomainEvent>(
    Saga<T> saga, CommandHandler commands, EventEnvelope event, Instant now) {

  void start(SagaId id, T facts) {
    StreamId stream = event.stream();
    Trigger trigger = new Trigger(stream.aggregateType(), stream.aggregateId(), event.sequence());
    StartSaga start =
        new StartSaga(
            id,
            saga.type(),
            saga.version(),
            saga.subjectOf(facts),
            trigger,
            saga.steps().stream().map(Step::name).toList(),
            now);
    tell(start, planOf(start), start.steps().getFirst());
  }

  private static Plan planOf(StartSaga c) {
    return new Plan(
        c.sagaId(),
        c.sagaType(),
        c.definitionVersion(),
        c.subject(),
        c.trigger(),
        c.steps(),
        c.at());
  }

  /** Something has happened that its definition wants to hear of. */
  void hear(Plan plan, DomainEvent happened) {
    if (saga.cancelledBy().contains(happened.getClass())) {
      tell(new CompensateSaga(plan.sagaId(), event.type().name(), now), plan, "");
    }
    saga.steps().forEach(step -> answer(step, plan, happened));
  }

  private void answer(Step<T> step, Plan plan, DomainEvent happened) {
    Reply doing = step.doing().replyTo(happened);
    Reply undoing = step.undoing().replyTo(happened);
    if (doing != Reply.NONE || undoing != Reply.NONE) {
      Remedy remedy = saga.isForwardOnly() ? Remedy.OPERATOR : Remedy.UNDO_BEFORE_STEP;
      String reason = event.type().name();
      tell(
          new RecordAnswer(plan.sagaId(), step.name(), doing, undoing, reason, remedy, now),
          plan,
          step.name());
    }
  }

  private void tell(SagaCommand command, Plan plan, String step) {
    CommandId id = SagaIds.ofMessage(plan.sagaId(), event.eventId(), step);
    commands.handle(command, SagaIds.context(plan, event, id, step));
  }
}
