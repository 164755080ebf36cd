package io.cornershop.notifications.delivery;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.notifications.NotificationCommand;
import io.cornershop.notifications.NotificationCommand.About;
import io.cornershop.notifications.NotificationCommand.NoteFailed;
import io.cornershop.notifications.NotificationCommand.NoteSent;
import io.cornershop.notifications.NotificationEvent.Failure;
import io.cornershop.notifications.ledger.Cause;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Ledger;
import io.cornershop.notifications.ledger.Progress;
import io.cornershop.notifications.ledger.State;

/**
 * Tells others what became of a message. The id of the command derives from the entry and its
 * attempt, so that telling it again, also after a crash before the note that it was told, changes
 * nothing.
 */
final class Outcomes {

  private static final String SOURCE = "notifications";

  private final Ledger ledger;
  private final CommandHandler commands;

  Outcomes(Ledger ledger, CommandHandler commands) {
    this.ledger = ledger;
    this.commands = commands;
  }

  /** Tells it, unless it has been told. */
  void tell(Entry entry) {
    if (entry.open()) {
      commands.handle(commandOf(entry), contextOf(entry));
      // whoever is faster has told the same
      ledger.replace(entry.told());
    }
  }

  private static CommandContext contextOf(Entry entry) {
    Cause cause = entry.cause();
    CommandId id =
        CommandId.of(
            "notification",
            entry.id().value(),
            Integer.toString(entry.progress().attempts()),
            entry.state().name());
    EventMetadata metadata =
        EventMetadata.of(cause.correlationId(), cause.eventId(), SOURCE, SOURCE);
    return CommandContext.of(id, cause.traceparent().map(metadata::under).orElse(metadata));
  }

  private static NotificationCommand commandOf(Entry entry) {
    Progress p = entry.progress();
    Cause cause = entry.cause();
    About about =
        new About(
            entry.id(), entry.channel(), entry.customerId(), cause.eventType(), cause.eventId());
    if (entry.state() == State.SENT) {
      return new NoteSent(about, p.reference().orElse(""), p.attempts(), p.at());
    }
    Failure failure = entry.state() == State.FAILED ? Failure.REFUSED : Failure.EXPIRED;
    return new NoteFailed(about, failure, p.why().orElse(""), p.attempts(), p.at());
  }
}
