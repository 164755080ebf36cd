package io.cornershop.notifications.reactions;

import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.ReplayFirewall;
import java.util.Set;

/** What is done about events of one type as they happen, and never in a replay. */
abstract class LiveReaction<E extends DomainEvent> implements EventHandler {

  private final String name;
  private final Class<E> event;
  private final EventJson json;
  private final Set<String> eventTypes;

  LiveReaction(String name, Class<E> event, EventTypes types, EventJson json) {
    this.name = name;
    this.event = event;
    this.json = json;
    this.eventTypes = Set.of(types.of(event).type().name());
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String group() {
    return Channels.NOTIFICATIONS;
  }

  @Override
  public final Set<String> eventTypes() {
    return eventTypes;
  }

  @Override
  public final void handle(EventEnvelope envelope) {
    ReplayFirewall.requireLive(name);
    react(event.cast(json.decode(envelope)), envelope);
  }

  /** An event that comes again has no second effect. */
  abstract void react(E event, EventEnvelope envelope);
}
