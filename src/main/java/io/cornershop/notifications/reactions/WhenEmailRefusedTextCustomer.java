package io.cornershop.notifications.reactions;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationEvent.Failure;
import io.cornershop.notifications.NotificationEvent.NotificationFailed;

/**
 * An e-mail will certainly never arrive: the customer is told by SMS, if there is a number and the
 * customer wants it. Only then: what may have arrived is told once.
 */
final class WhenEmailRefusedTextCustomer extends LiveReaction<NotificationFailed> {

  private final TellingDesk desk;
  private final Retelling retelling;

  WhenEmailRefusedTextCustomer(
      TellingDesk desk, Retelling retelling, EventTypes types, EventJson json) {
    super("when-email-refused-text-customer", NotificationFailed.class, types, json);
    this.desk = desk;
    this.retelling = retelling;
  }

  @Override
  void react(NotificationFailed failed, EventEnvelope envelope) {
    if (failed.channel() == Channel.EMAIL && failed.failure() == Failure.REFUSED) {
      desk.tellInstead(failed.notificationId(), retelling::of);
    }
  }
}
