package io.cornershop.notifications.reactions;

import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.kernel.ReplayFirewall;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationEvent.Failure;
import io.cornershop.notifications.NotificationEvent.NotificationFailed;
import java.util.Set;

/**
 * An e-mail will certainly never arrive: the customer is told by SMS, if there is a number and the
 * customer wants it. Only then: what may have arrived is told once.
 */
final class WhenEmailRefusedTextCustomer implements EventHandler {

  private final TellingDesk desk;
  private final Retelling retelling;
  private final EventJson json;
  private final Set<String> eventTypes;

  WhenEmailRefusedTextCustomer(
      TellingDesk desk, Retelling retelling, EventTypes types, EventJson json) {
    this.desk = desk;
    this.retelling = retelling;
    this.json = json;
    this.eventTypes = Set.of(types.of(NotificationFailed.class).type().name());
  }

  @Override
  public String name() {
    return "when-email-refused-text-customer";
  }

  @Override
  public String group() {
    return Channels.NOTIFICATIONS;
  }

  @Override
  public Set<String> eventTypes() {
    return eventTypes;
  }

  @Override
  public void handle(EventEnvelope event) {
    ReplayFirewall.requireLive(name());
    NotificationFailed failed = (NotificationFailed) json.decode(event);
    if (failed.channel() == Channel.EMAIL && failed.failure() == Failure.REFUSED) {
      desk.tellInstead(failed.notificationId(), retelling::of);
    }
  }
}
