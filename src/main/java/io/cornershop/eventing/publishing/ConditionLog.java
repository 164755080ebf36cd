package io.cornershop.eventing.publishing;

import io.cornershop.eventing.publishing.RelayStatus.Condition;
import io.cornershop.kernel.Reason;

/** The condition of the relay; says so in the log when it changes. Thread-safe. */
final class ConditionLog {

  private static final System.Logger LOG = System.getLogger(EventRelay.class.getName());

  private record Entry(Condition condition, String detail) {}

  private volatile Entry last = new Entry(Condition.JOINING, "");

  Condition condition() {
    return last.condition();
  }

  String detail() {
    return last.detail();
  }

  /** All is as it should be. */
  void enter(Condition condition) {
    if (change(condition, "")) {
      LOG.log(System.Logger.Level.INFO, "Relay: {0}", condition);
    }
  }

  /** Something is wrong, and the relay waits and tries again. */
  void enter(Condition condition, String detail) {
    if (change(condition, detail)) {
      LOG.log(System.Logger.Level.WARNING, "Relay: {0}: {1}", condition, detail);
    }
  }

  /** An error that no outage explains. */
  void fail(RuntimeException cause) {
    if (change(Condition.FAILING, String.valueOf(cause.getMessage()))) {
      LOG.log(
          System.Logger.Level.ERROR,
          "Relay: cannot go on and tries again: {0}",
          Reason.trace(cause));
    }
  }

  private synchronized boolean change(Condition condition, String detail) {
    boolean changed = last.condition() != condition;
    last = new Entry(condition, detail);
    return changed;
  }
}
