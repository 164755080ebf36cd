package io.cornershop.notifications.delivery;

import io.cornershop.kernel.Unavailable;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Writes what nobody else knows: that an attempt begins, which this thread makes or nobody, and
 * what a provider has answered to it. A database that does not answer is asked again, as otherwise
 * nobody could tell what became of the message. Thread-safe.
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
   * seen, so that it is right also when it comes late.
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

  /** Whether an earlier try has written it: each attempt has a mark, and so has its taking up. */
  private boolean isThere(Entry next) {
    return ledger
        .find(next.id())
        .filter(entry -> entry.version() == next.version())
        .filter(entry -> entry.state() == next.state())
        .filter(entry -> entry.abandoned() == next.abandoned())
        .filter(entry -> entry.progress().why().equals(next.progress().why()))
        .isPresent();
  }
}
