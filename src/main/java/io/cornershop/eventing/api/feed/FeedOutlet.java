package io.cornershop.eventing.api.feed;

import io.cornershop.eventing.events.EventEnvelope;

/**
 * Where a feed goes. Each call returns when the client can take more, or has gone: a slow client
 * slows its own feed, and nothing piles up. Used by one thread, closed by any.
 */
interface FeedOutlet extends AutoCloseable {

  /** Sends an event, which has a position. */
  void event(EventEnvelope event);

  /** Sends what no client takes for an event. */
  void comment(String text);

  /** Whether anybody listens. */
  boolean isOpen();

  @Override
  void close();
}
