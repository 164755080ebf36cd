package io.cornershop.notifications.api;

import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Envelope;
import io.cornershop.notifications.ledger.Masks;
import io.cornershop.notifications.ledger.Progress;
import io.cornershop.notifications.ledger.State;
import io.cornershop.notifications.messages.Content;
import java.time.Instant;
import java.util.Optional;

/**
 * A message as callers see it.
 *
 * @param customerId absent when it is for the shop's staff
 * @param reason the type of the event that it tells of
 * @param recipient the address, masked unless the caller may know it; absent when there is none any
 *     more
 * @param why of a state that needs a reason
 * @param dueAt when something is done next, where that is known
 * @param content for who may read it
 */
public record NotificationAnswer(
    String id,
    Optional<String> customerId,
    Channel channel,
    String reason,
    String eventId,
    Optional<String> recipient,
    State state,
    Optional<String> why,
    int attempts,
    Instant enteredAt,
    Optional<Instant> dueAt,
    Optional<Instant> sentAt,
    Optional<String> reference,
    Optional<Content> content) {

  /** For a list: with the address masked. */
  static NotificationAnswer masked(Entry entry, Optional<Envelope> envelope) {
    return of(
        entry,
        envelope.map(Envelope::address).map(address -> Masks.of(entry.channel(), address)),
        Optional.empty());
  }

  /** For who may know all of it. The address of a browser is of no use to anybody. */
  static NotificationAnswer open(Entry entry, Optional<Envelope> envelope) {
    return of(
        entry,
        envelope
            .map(Envelope::address)
            .map(a -> entry.channel() == Channel.PUSH ? Masks.of(Channel.PUSH, a) : a),
        envelope.map(Envelope::content));
  }

  private static NotificationAnswer of(
      Entry entry, Optional<String> recipient, Optional<Content> content) {
    Progress progress = entry.progress();
    return new NotificationAnswer(
        entry.id().value(),
        entry.customerId().map(CustomerId::value),
        entry.channel(),
        entry.cause().eventType(),
        entry.cause().eventId(),
        recipient,
        entry.state(),
        progress.why().filter(any -> entry.state() != State.SENDING),
        progress.attempts(),
        entry.enteredAt(),
        entry.state().isOpen() ? Optional.of(progress.due()) : Optional.empty(),
        progress.sentAt(),
        progress.reference(),
        content);
  }
}
