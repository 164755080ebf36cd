package io.cornershop.eventing.sagas;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.Commit;
import io.cornershop.kernel.CommandId;
import java.util.List;

/**
 * A command of a saga that has had an effect.
 *
 * @param commit that holds it, maybe beside others
 */
public record Errand(Wanted wanted, Commit commit) {

  /**
   * A command that a step may have sent.
   *
   * @param compensation whether it undoes the step
   * @param round how often an operator had taken the saga up
   * @param name of the command
   */
  public record Wanted(
      CommandId commandId, String step, boolean compensation, int round, String name) {

    Errand found(Commit commit) {
      return new Errand(this, commit);
    }
  }

  /** What it has led to. */
  public List<EventEnvelope> events() {
    return commit.eventsOf(wanted.commandId());
  }
}
