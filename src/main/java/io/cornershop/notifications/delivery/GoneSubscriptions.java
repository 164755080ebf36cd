package io.cornershop.notifications.delivery;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.RecipientCommand.RemovePushSubscription;
import io.cornershop.notifications.RecipientEvent.PushSubscriptionRemoved.Why;
import io.cornershop.notifications.ledger.BrowserAddress;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Envelope;
import java.time.Clock;

/** Removes push subscriptions that the push service does not know any more. Thread-safe. */
public final class GoneSubscriptions implements GoneAddresses {

  private static final String SOURCE = "notifications";

  private final CommandHandler commands;
  private final Clock clock;

  public GoneSubscriptions(CommandHandler commands, Clock clock) {
    this.commands = commands;
    this.clock = clock;
  }

  @Override
  public void gone(Entry entry, Envelope envelope) {
    if (entry.channel() == Channel.PUSH) {
      entry.customerId().ifPresent(customer -> remove(customer, entry, envelope.address()));
    }
  }

  private void remove(CustomerId customer, Entry entry, String address) {
    String id = BrowserAddress.read(address).id();
    CommandId command = CommandId.of("subscription-gone", entry.id().value());
    EventMetadata metadata =
        EventMetadata.of(entry.cause().correlationId(), entry.cause().eventId(), SOURCE, SOURCE);
    commands.handle(
        new RemovePushSubscription(customer, id, Why.GONE, clock.instant()),
        CommandContext.of(command, metadata));
  }
}
