package io.cornershop.notifications.reactions;

import io.cornershop.customers.CustomerEvent.CustomerErased;
import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.kernel.ReplayFirewall;
import io.cornershop.notifications.delivery.Forgetting;
import java.util.Set;

/** Somebody wants to be forgotten: what still waits to be sent is not sent any more. */
final class WhenCustomerErasedSendNothingMore implements EventHandler {

  private final Forgetting forgetting;
  private final EventJson json;
  private final Set<String> eventTypes;

  WhenCustomerErasedSendNothingMore(Forgetting forgetting, EventTypes types, EventJson json) {
    this.forgetting = forgetting;
    this.json = json;
    this.eventTypes = Set.of(types.of(CustomerErased.class).type().name());
  }

  @Override
  public String name() {
    return "when-customer-erased-send-nothing-more";
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
    forgetting.forget(((CustomerErased) json.decode(event)).customerId());
  }
}
