package io.cornershop.notifications.delivery;

import io.cornershop.kernel.Unavailable;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Writes what nobody else knows: what a provider has answered. A database that does not answer is
 * asked again, as the answer is lost with this thread. Thread-safe.
 */
final class Insisting {

  private static final Duration FIRST = Duration.ofMillis(250);
  private static final int MOST_DOUBLINGS = 5;

  private final Ledger ledger;
  private final Clock clock;
  private final Consumer<Duration> pause;

  Insisting(Delivery.Office office) {
    this.ledger = office.ledger();
    this.clock = office.clock();
    this.pause = office.pause();
  }

  /**
   * As {@link Ledger#replace}, again and again until a time. It changes only the entry that was
   * claimed, so that it is right also when it comes late.
   *
   * @throws Unavailable when the database does not answer until then, or the thread is to end
   */
  boolean replace(Entry next, Instant until) {
    boolean uncertain = false;
    for (int tries = 0; ; tries++) {
      try {
        return ledger.replace(next) || uncertain && isThere(next);
      } catch (Unavailable e) {
        uncertain = true;
        Duration wait = FIRST.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        if (clock.instant().plus(wait).isAfter(until) || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        pause.accept(wait);
      }
    }
  }

  /** Whether an earlier try has written it: others who take up a claim leave a mark. */
  private boolean isThere(Entry next) {
    return ledger
        .find(next.id())
        .filter(entry -> entry.version() == next.version())
        .filter(entry -> entry.state() == next.state())
        .filter(entry -> entry.abandoned() == next.abandoned())
        .isPresent();
  }
}
