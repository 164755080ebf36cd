package io.cornershop.notifications.delivery;

import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.StaleVersion;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Progress;
import io.cornershop.notifications.ledger.State;
import io.cornershop.notifications.messages.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Has a message sent again on somebody's word. Thread-safe. */
public final class Resending {

  /** A crash between the note and its timer leaves this one. */
  private static final Duration IN_CASE = Duration.ofMinutes(1);

  private final Delivery.Office office;
  private final UsefulLife usefulLife;

  public Resending(Delivery.Office office, UsefulLife usefulLife) {
    this.office = office;
    this.usefulLife = usefulLife;
  }

  /**
   * Does nothing to one that may be sent again.
   *
   * @throws Rejected when its state does not allow it, or there is nothing to be sent any more
   */
  public void require(Entry seen) {
    if (!seen.state().canBeResent()) {
      throw Rejected.conflict(
          "notification-not-resendable",
          "A notification that is " + seen.state() + " is not sent again");
    }
    if (office.seals().open(seen).isEmpty()) {
      throw Rejected.conflict("notification-erased", "Nothing is left of what it said");
    }
  }

  /**
   * Lets it be sent as if it had just been entered.
   *
   * @return the entry as it is now
   * @throws Rejected as {@link #require} does
   * @throws StaleVersion when it has changed since it was read
   */
  public Entry resend(Entry seen) {
    require(seen);
    return again(seen);
  }

  private Entry again(Entry seen) {
    Instant now = office.clock().instant();
    Subject subject = Subject.of(seen.cause().eventType()).orElseThrow();
    Progress pending = seen.progress().to(State.PENDING, Optional.empty(), now, now);
    Entry next =
        seen.again(pending, usefulLife.of(subject, seen.channel(), now), office.epoch().get());
    office.timers().schedule(seen.id(), now.plus(IN_CASE));
    if (!office.ledger().replace(next)) {
      throw new StaleVersion(seen.version(), seen.version() + 1);
    }
    office.timers().schedule(seen.id(), now);
    return next;
  }
}
