package io.cornershop.notifications.delivery;

import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Envelope;
import io.cornershop.notifications.ledger.State;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.notifications.messages.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes one attempt to send a message. Thread-safe. */
final class Attempts {

  /** When a node has no transport, another may have. */
  private static final Duration WITHOUT_TRANSPORT = Duration.ofMinutes(1);

  private final Delivery.Office office;
  private final Lines lines;
  private final Settling settling;
  private final NextStep steps;
  private final GoneAddresses gone;

  Attempts(
      Delivery.Office office, Lines lines, Settling settling, NextStep steps, GoneAddresses gone) {
    this.office = office;
    this.lines = lines;
    this.settling = settling;
    this.steps = steps;
    this.gone = gone;
  }

  /** Tries, if it is still of use and may be tried now. */
  void make(Entry entry, Instant now) {
    Optional<Envelope> envelope = office.seals().open(entry);
    if (envelope.isEmpty()) {
      settling.note(suppressed(entry, now));
    } else if (now.isAfter(entry.usefulUntil())) {
      settling.note(NextStep.expired(entry, "it could not be sent in time", now));
    } else {
      Optional<Lines.Line> line = lines.of(entry.channel());
      line.ifPresentOrElse(
          l -> pass(entry, envelope.get(), l),
          () -> office.timers().schedule(entry.id(), now.plus(WITHOUT_TRANSPORT)));
    }
  }

  private static Entry suppressed(Entry entry, Instant now) {
    Optional<String> why = Optional.of("the person was erased");
    return entry.with(entry.progress().to(State.SUPPRESSED, why, now, now));
  }

  private void pass(Entry entry, Envelope envelope, Lines.Line line) {
    Instant now = office.clock().instant();
    Optional<Instant> later = line.gate().pass(envelope.address(), now);
    if (later.isPresent()) {
      office.timers().schedule(entry.id(), later.get());
      return;
    }
    Entry mine = entry.with(entry.progress().trying(now, now.plus(settling.claim())));
    Outcome outcome = new Outcome.Unknown("nothing was tried");
    boolean claimed = false;
    try {
      claimed = settling.claim(mine);
      outcome = claimed ? line.transport().deliver(messageOf(mine, envelope)) : outcome;
    } finally {
      report(line.gate(), claimed, outcome);
    }
    if (claimed) {
      note(mine, envelope, outcome);
    }
  }

  private void report(Gate gate, boolean tried, Outcome outcome) {
    if (tried) {
      gate.note(outcome, office.clock().instant());
    } else {
      gate.unused();
    }
  }

  static OutgoingMessage messageOf(Entry entry, Envelope envelope) {
    return new OutgoingMessage(
        entry.id(),
        entry.channel(),
        envelope.address(),
        envelope.content(),
        envelope.unsubscribe());
  }

  private void note(Entry mine, Envelope envelope, Outcome outcome) {
    Entry next = steps.after(mine, outcome, office.clock().instant());
    if (!settling.note(next)) {
      noteLate(mine, outcome);
    }
    if (outcome instanceof Outcome.Refused refused && refused.addressGone()) {
      gone.gone(mine, envelope);
    }
  }

  /** It took so long that others have given it up: now they can know. */
  private void noteLate(Entry mine, Outcome outcome) {
    findGivenUp(mine.id(), mine.progress().attempts())
        .ifPresent(e -> settling.note(steps.after(e, outcome, office.clock().instant())));
  }

  private Optional<Entry> findGivenUp(NotificationId id, int attempt) {
    return office
        .ledger()
        .find(id)
        .filter(entry -> entry.state() == State.UNKNOWN && entry.abandoned())
        .filter(entry -> entry.progress().attempts() == attempt);
  }
}
