package io.cornershop.notifications.reactions;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.kernel.DomainEvent;

/** Has people told as one {@link Telling} says. An event that comes again tells nobody again. */
final class TellingHandler<E extends DomainEvent> extends LiveReaction<E> {

  private final Telling<E> telling;
  private final TellingDesk desk;

  TellingHandler(Telling<E> telling, TellingDesk desk, EventTypes types, EventJson json) {
    super(telling.name(), telling.event(), types, json);
    this.telling = telling;
    this.desk = desk;
  }

  @Override
  void react(E event, EventEnvelope envelope) {
    desk.tell(envelope, telling.tell(event));
  }
}
