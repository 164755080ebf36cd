package io.cornershop.notifications.reactions;

import io.cornershop.kernel.DomainEvent;

/**
 * What people are told of one kind of event. Pure and thread-safe.
 *
 * @param <E> the event
 */
interface Telling<E extends DomainEvent> {

  /** The stable name. A sentence in kebab case. */
  String name();

  /** The event of which it tells. */
  Class<E> event();

  /** What there is to tell. */
  News tell(E event);
}
