package io.cornershop.notifications.delivery;

import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Ledger;
import io.cornershop.notifications.ledger.Ledger.Filter;
import io.cornershop.notifications.ledger.Ledger.Place;
import io.cornershop.notifications.ledger.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Ends what still waits to be sent to somebody who was erased. Thread-safe. */
public final class Forgetting {

  static final String WHY = "the person was erased";

  private static final int PAGE = 100;

  /** How often others may be faster before the rest is left to the time at which it is due. */
  private static final int MOST_TRIES = 5;

  private final Ledger ledger;
  private final Clock clock;

  public Forgetting(Delivery.Office office) {
    this.ledger = office.ledger();
    this.clock = office.clock();
  }

  /**
   * Suppresses all messages to a customer that are PENDING. What is being sent in this moment goes
   * out. Again changes nothing.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer; some may be done
   */
  public void forget(CustomerId customer) {
    Filter waiting =
        new Filter(Optional.of(customer), Optional.empty(), Optional.of(State.PENDING));
    List<Entry> page = ledger.list(waiting, Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      page.forEach(entry -> suppress(entry.id()));
      Entry last = page.getLast();
      page = ledger.list(waiting, Optional.of(new Place(last.enteredAt(), last.id())), PAGE);
    }
  }

  private void suppress(NotificationId id) {
    boolean done = false;
    for (int tries = 0; tries < MOST_TRIES && !done; tries++) {
      done =
          ledger
              .find(id)
              .filter(entry -> entry.state() == State.PENDING)
              .map(entry -> ledger.replace(suppressed(entry)))
              .orElse(true);
    }
  }

  private Entry suppressed(Entry entry) {
    Instant now = clock.instant();
    return entry.with(entry.progress().to(State.SUPPRESSED, Optional.of(WHY), now, now));
  }
}
