package io.cornershop.notifications.delivery;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Envelope;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.notifications.messages.Transport;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Asks providers what became of messages that may have been sent. Thread-safe. */
final class Inquiries {

  private final Delivery.Office office;
  private final Map<Channel, Transport> transports;
  private final Settling settling;
  private final NextStep steps;

  Inquiries(
      Delivery.Office office,
      Map<Channel, Transport> transports,
      Settling settling,
      NextStep steps) {
    this.office = office;
    this.transports = Map.copyOf(transports);
    this.settling = settling;
    this.steps = steps;
  }

  /** Of an attempt whose outcome nobody has noted. */
  void aboutLeft(Entry entry, Instant now) {
    Outcome answer = ask(entry);
    settling.note(
        answer instanceof Outcome.Sent
            ? steps.after(entry, answer, now)
            : NextStep.left(entry, "nobody has noted what became of it", now));
  }

  /** Of an attempt with an unknown outcome, a few times. */
  void about(Entry entry, Instant now) {
    if (entry.progress().asks() < Pauses.MOST_ASKS) {
      settling.note(steps.afterAsking(entry, ask(entry), now));
    }
  }

  private Outcome ask(Entry entry) {
    Optional<Transport> transport = Optional.ofNullable(transports.get(entry.channel()));
    return transport
        .flatMap(t -> office.seals().open(entry).map(envelope -> ask(t, entry, envelope)))
        .orElseGet(() -> new Outcome.Unknown("nobody can be asked"));
  }

  private Outcome ask(Transport transport, Entry entry, Envelope envelope) {
    return NotedCall.of(
        office.traces().beginAsking(entry),
        () -> transport.ask(Attempts.messageOf(entry, envelope)));
  }
}
