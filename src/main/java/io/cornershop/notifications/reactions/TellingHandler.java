package io.cornershop.notifications.reactions;

import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.ReplayFirewall;
import java.util.Set;

/** Has people told as one {@link Telling} says. An event that comes again tells nobody again. */
final class TellingHandler<E extends DomainEvent> implements EventHandler {

  private final Telling<E> telling;
  private final TellingDesk desk;
  private final EventJson json;
  private final Set<String> eventTypes;

  TellingHandler(Telling<E> telling, TellingDesk desk, EventTypes types, EventJson json) {
    this.telling = telling;
    this.desk = desk;
    this.json = json;
    this.eventTypes = Set.of(types.of(telling.event()).type().name());
  }

  @Override
  public String name() {
    return telling.name();
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
    desk.tell(event, telling.tell(telling.event().cast(json.decode(event))));
  }
}
