package io.cornershop.notifications.delivery;

import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.State;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;

/** Notes the next state of an entry, and does what follows from it. Thread-safe. */
final class Settling {

  private static final Logger LOG = System.getLogger(Settling.class.getName());

  /** What remains has to be long enough for an attempt. */
  private static final int PART_FOR_CLAIMING = 4;

  private final Delivery.Office office;
  private final Duration claim;
  private final Outcomes outcomes;
  private final Insisting insisting;
  private final DeliveryObserver observer;

  Settling(Delivery.Office office, Duration claim) {
    this.office = office;
    this.claim = claim;
    this.observer = office.observer();
    this.insisting = new Insisting(office);
    this.outcomes = new Outcomes(office.ledger(), office.commands());
  }

  Duration claim() {
    return claim;
  }

  /** Whether the state was noted; if somebody else was faster, its timer is left to it. */
  boolean note(Entry next) {
    return noted(next, office.ledger().replace(next));
  }

  /** The same of an attempt, of which nobody else knows; insists on it while the claim holds. */
  boolean noteTried(Entry mine, Entry next) {
    return noted(next, insisting.replace(next, mine.progress().due()));
  }

  private boolean noted(Entry next, boolean done) {
    if (!done) {
      // the other may die: somebody has to come back
      office.timers().schedule(next.id(), office.clock().instant().plus(claim));
      return false;
    }
    LOG.log(Level.DEBUG, "Notification {0} is {1}", next.id(), next.state());
    if (next.state() == State.SENT) {
      observer.sent(next.channel(), next.cause().eventType());
    }
    settle(next);
    return true;
  }

  /** Whether an attempt is ours now; insists on it while enough is left of the claim. */
  boolean claim(Entry mine) {
    Instant until = mine.progress().at().plus(claim.dividedBy(PART_FOR_CLAIMING));
    boolean won = insisting.replace(mine, until);
    if (!won) {
      office.timers().schedule(mine.id(), mine.progress().due());
    }
    return won;
  }

  /** Does what follows from a state that is noted; again changes nothing. */
  void settle(Entry entry) {
    switch (entry.state()) {
      case PENDING, SENDING -> office.timers().schedule(entry.id(), entry.progress().due());
      case UNKNOWN -> askLater(entry);
      case SENT, FAILED, EXPIRED -> outcomes.tell(entry);
      case SUPPRESSED -> {}
    }
  }

  private void askLater(Entry entry) {
    if (entry.progress().asks() < Pauses.MOST_ASKS) {
      office.timers().schedule(entry.id(), entry.progress().due());
    } else {
      LOG.log(
          Level.WARNING,
          "Notification {0} by {1} stays UNKNOWN until an operator decides: {2}",
          entry.id(),
          entry.channel(),
          entry.progress().why().orElse(""));
    }
  }
}
