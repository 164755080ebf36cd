package io.cornershop.eventing.sagas;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.sagas.SagaState.Open;
import io.cornershop.eventing.sagas.SagaState.Plan;
import io.cornershop.eventing.sagas.Work.Occasion;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.PlainText;
import io.cornershop.kernel.Reason;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.ReplayViolation;
import io.cornershop.kernel.TooLarge;
import io.cornershop.kernel.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * One saga while somebody goes on with it: carries out the instructions of its steps.
 *
 * @param facts the event that has started it
 * @param cause what is being handled
 */
record Instance<T extends DomainEvent>(
    Plan plan, T facts, EventEnvelope cause, EventStore store, CommandHandler commands) {

  private static final Logger LOG = System.getLogger(Instance.class.getName());
  private static final int MAX_REASON = 200;

  /**
   * Sends the commands of a step, or of its undoing; those that were sent before have no second
   * effect.
   */
  Outcome carryOut(Step<T> step, boolean compensation, Open state, String reason) {
    Work<T> work = step.work(compensation);
    int round = work.awaited().isPresent() ? state.effort().round() : 0;
    try {
      List<Instruction> instructions =
          work.instructions().of(facts, new Occasion(state.effort().since(), reason));
      for (int place = 0; place < instructions.size(); place++) {
        Instruction instruction = instructions.get(place);
        if (isDue(instruction)) {
          CommandId id =
              SagaIds.ofInstruction(plan.sagaId(), step.name(), compensation, round, place);
          send(instruction, context(id, step.name()), work);
        }
      }
      return new Outcome.Done();
    } catch (Rejected e) {
      return new Outcome.Refused(line(e.code() + ": " + e.getMessage()));
    } catch (NotFound | TooLarge e) {
      return new Outcome.Refused(line(e.getMessage()));
    } catch (Unavailable | ReplayViolation e) {
      throw e;
    } catch (RuntimeException e) { // one saga that cannot go on must not stop the others
      LOG.log(
          Level.WARNING,
          "Saga {0}: step {1} failed: {2}",
          plan.sagaId(),
          step.name(),
          Reason.trace(e));
      return new Outcome.Failed(line("%s failed: %s".formatted(step.name(), Reason.line(e))));
    }
  }

  private boolean isDue(Instruction instruction) {
    return instruction
        .onlyAfter()
        .map(done -> SagaIds.ofInstruction(plan.sagaId(), done.step(), false, 0, done.place()))
        .map(id -> store.findByCommand(id).isPresent())
        .orElse(true);
  }

  private void send(Instruction instruction, CommandContext context, Work<T> work) {
    try {
      commands.handle(instruction.command(), context);
    } catch (Rejected refusal) {
      if (!work.tolerated().contains(refusal.code())) {
        throw refusal;
      }
    }
  }

  CommandContext context(CommandId id, String step) {
    return SagaIds.context(plan, cause, id, step);
  }

  /** A reason as events hold it: one line, not too long. */
  static String line(String text) {
    String line = text.replaceAll("\\p{C}", " ").strip();
    String cut = line.substring(0, Math.min(line.length(), MAX_REASON)).strip();
    return PlainText.isLine(cut, MAX_REASON) ? cut : "unknown";
  }
}
