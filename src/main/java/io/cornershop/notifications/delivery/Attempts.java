package io.cornershop.notifications.delivery;

import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.delivery.Addressees.Addressee;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Envelope;
import io.cornershop.notifications.ledger.State;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.notifications.messages.OutgoingMessage;
import io.cornershop.notifications.messages.Transport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes one attempt to send a message. Thread-safe. */
final class Attempts {

  private static final Logger LOG = System.getLogger(Attempts.class.getName());

  /** When a node has no transport, another may have. */
  private static final Duration WITHOUT_TRANSPORT = Duration.ofMinutes(1);

  /** What came of an attempt of ours. */
  private record Tried(Entry mine, Outcome outcome) {}

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
      settling.note(suppressed(entry, Forgetting.WHY, now));
    } else if (now.isAfter(entry.usefulUntil())) {
      settling.note(NextStep.expired(entry, "it could not be sent in time", now));
    } else {
      Optional<Lines.Line> line = lines.of(entry.channel());
      line.ifPresentOrElse(
          l -> toWhoeverItIsFor(entry, envelope.get(), l, now),
          () -> office.timers().schedule(entry.id(), now.plus(WITHOUT_TRANSPORT)));
    }
  }

  private static Entry suppressed(Entry entry, String why, Instant now) {
    return entry.with(entry.progress().to(State.SUPPRESSED, Optional.of(why), now, now));
  }

  private static Entry pending(Entry entry, Optional<String> why, Instant now, Instant due) {
    return entry.with(entry.progress().to(State.PENDING, why, now, due));
  }

  private void toWhoeverItIsFor(Entry entry, Envelope envelope, Lines.Line line, Instant now) {
    switch (office.addressees().of(entry, envelope, now)) {
      case Addressee.Nobody nobody -> settling.note(suppressed(entry, nobody.why(), now));
      case Addressee.NotBefore later ->
          settling.note(pending(entry, Optional.of(later.why()), now, later.time()));
      case Addressee.At at -> {
        if (at.address().equals(envelope.address())) {
          pass(entry, envelope, line);
        } else {
          Envelope moved = envelope.to(at.address());
          pass(entry.sealedAs(office.seals().seal(entry.subject(), moved)), moved, line);
        }
      }
    }
  }

  private void pass(Entry entry, Envelope envelope, Lines.Line line) {
    Instant now = office.clock().instant();
    String provider = line.transport().provider(envelope.address());
    Optional<Gate.Wait> wait = line.gate().pass(provider, envelope.address(), now);
    if (wait.isPresent()) {
      putOff(entry, wait.get(), now);
      return;
    }
    Optional<Transport.Seat> seat = seatOf(line, provider, envelope.address());
    if (seat.isEmpty()) {
      Instant later = office.clock().instant();
      putOff(entry, line.gate().busy(provider, envelope.address(), later), later);
      return;
    }
    Optional<Tried> tried;
    try (Transport.Seat held = seat.get()) {
      tried = held.obstacle().isPresent() ? Optional.empty() : attempt(entry, envelope, line, held);
    }
    tried.ifPresent(t -> note(t.mine(), envelope, t.outcome()));
    seat.get().obstacle().ifPresent(o -> unreached(entry, envelope, line, o));
  }

  /** Nothing was tried, so nobody else has to be kept from it. */
  private void unreached(Entry entry, Envelope envelope, Lines.Line line, Outcome.NotNow obstacle) {
    Outcome outcome = NotedCall.of(office.traces().beginSending(entry), () -> obstacle);
    office.observer().attempted(entry.channel(), outcome, Duration.ZERO);
    Instant now = office.clock().instant();
    String provider = line.transport().provider(envelope.address());
    line.gate().note(provider, envelope.address(), outcome, now);
    settling.note(steps.unreached(entry, obstacle, now));
  }

  /** Room for an attempt, as long as the provider is not left alone meanwhile. */
  private Optional<Transport.Seat> seatOf(Lines.Line line, String provider, String address) {
    Optional<Transport.Seat> seat = Optional.empty();
    boolean asked = false;
    try {
      seat = line.transport().seat();
      asked = true;
    } finally {
      if (!asked) {
        line.gate().unused(provider, address);
      }
    }
    boolean mayGo = line.gate().isStillOpen(provider, address);
    if (!mayGo) {
      seat.ifPresent(Transport.Seat::close);
    }
    return seat.filter(any -> mayGo);
  }

  /** Empty when it is another's. */
  private Optional<Tried> attempt(
      Entry entry, Envelope envelope, Lines.Line line, Transport.Seat seat) {
    String provider = line.transport().provider(envelope.address());
    Instant now = office.clock().instant();
    String mark = UUID.randomUUID().toString();
    Entry mine = entry.with(entry.progress().trying(mark, now, now.plus(settling.claim())));
    Outcome outcome = new Outcome.Unknown("nothing was tried");
    boolean claimed = false;
    try {
      claimed = settling.claim(mine);
      outcome = claimed ? deliver(mine, envelope, line, seat) : outcome;
    } finally {
      if (claimed) {
        line.gate().note(provider, envelope.address(), outcome, office.clock().instant());
      } else {
        line.gate().unused(provider, envelope.address());
      }
    }
    return claimed ? Optional.of(new Tried(mine, outcome)) : Optional.empty();
  }

  /** A wait that people may ask about is noted; what a provider has said before says more. */
  private void putOff(Entry entry, Gate.Wait wait, Instant now) {
    if (wait.why().isPresent()) {
      Optional<String> why = entry.progress().why().or(wait::why);
      settling.note(pending(entry, why, now, wait.until()));
    } else {
      office.timers().schedule(entry.id(), wait.until());
    }
  }

  private Outcome deliver(Entry mine, Envelope envelope, Lines.Line line, Transport.Seat seat) {
    long begun = System.nanoTime();
    Outcome outcome =
        NotedCall.of(
            office.traces().beginSending(mine),
            () -> line.transport().deliver(messageOf(mine, envelope), seat));
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    office.observer().attempted(mine.channel(), outcome, took);
    LOG.log(
        Level.DEBUG,
        () ->
            "Attempt %d by %s took %d ms: %s"
                .formatted(
                    mine.progress().attempts(),
                    mine.channel(),
                    took.toMillis(),
                    outcome.getClass().getSimpleName()));
    return outcome;
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
    if (!settling.noteTried(mine, next)) {
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
