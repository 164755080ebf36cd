package io.cornershop.notifications.delivery;

import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Progress;
import io.cornershop.notifications.ledger.State;
import io.cornershop.notifications.messages.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What follows for an entry from what a provider has said, or has not. */
final class NextStep {

  /** Whatever a provider asks for, it waits no longer than this part of the time that is left. */
  private static final int ASKED_PART = 4;

  private final Pauses pauses;

  NextStep(Pauses pauses) {
    this.pauses = pauses;
  }

  /** After an attempt. */
  Entry after(Entry tried, Outcome outcome, Instant now) {
    return switch (outcome) {
      case Outcome.Sent o -> tried.toBeTold(tried.progress().sent(o.reference(), now));
      case Outcome.Refused o -> refused(tried, o.reason(), now);
      case Outcome.NotNow o -> later(tried, tried.progress(), o, now);
      case Outcome.Unknown o -> tried.with(unknown(tried.progress(), o.reason(), now));
    };
  }

  private static Entry refused(Entry tried, String reason, Instant now) {
    return tried.toBeTold(tried.progress().to(State.FAILED, Optional.of(reason), now, now));
  }

  /** When the provider could not be reached, and nobody has claimed anything. */
  Entry unreached(Entry entry, Outcome.NotNow obstacle, Instant now) {
    return later(entry, entry.progress().trying("not reached", now, now), obstacle, now);
  }

  private Entry later(Entry tried, Progress p, Outcome.NotNow outcome, Instant now) {
    Duration most = Duration.between(now, tried.usefulUntil()).dividedBy(ASKED_PART);
    Optional<Duration> asked = outcome.retryAfter().map(a -> a.compareTo(most) > 0 ? most : a);
    Instant due = now.plus(pauses.afterAttempt(Math.max(1, p.attempts()), asked));
    return due.isAfter(tried.usefulUntil())
        ? expired(tried, outcome.reason(), now)
        : tried.with(p.to(State.PENDING, Optional.of(outcome.reason()), now, due));
  }

  /** When it is of no use any more. */
  static Entry expired(Entry entry, String reason, Instant now) {
    return entry.toBeTold(entry.progress().to(State.EXPIRED, Optional.of(reason), now, now));
  }

  /** When whoever tried, or the life of the store in which it was tried, is no more. */
  static Entry left(Entry entry, String reason, Instant now) {
    return entry.left(unknown(entry.progress(), reason, now));
  }

  private static Progress unknown(Progress p, String reason, Instant now) {
    return p.to(State.UNKNOWN, Optional.of(reason), now, now.plus(Pauses.beforeAsk(0)));
  }

  /** After a question what became of it. Who has vanished may come back, and send it still. */
  Entry afterAsking(Entry asked, Outcome outcome, Instant now) {
    boolean mayBeTried = outcome instanceof Outcome.NotNow && !asked.abandoned();
    if (outcome instanceof Outcome.Sent || outcome instanceof Outcome.Refused || mayBeTried) {
      return after(asked, outcome, now);
    }
    Progress p = asked.progress();
    Progress next = p.asked(now, now.plus(Pauses.beforeAsk(p.asks() + 1)));
    return asked.abandoned() ? asked.left(next) : asked.with(next);
  }
}
