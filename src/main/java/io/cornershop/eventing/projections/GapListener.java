package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.StreamId;

/**
 * Is told when events that a view wants did not come to it, and were fetched from the store.
 * Implementations are thread-safe and do not block.
 */
@FunctionalInterface
public interface GapListener {

  /** Tells nobody. */
  GapListener NONE = (view, stream, events) -> {};

  /**
   * A gap was filled.
   *
   * @param view the name of the projection
   * @param stream the stream that had the gap
   * @param events how many of the fetched events the view wants, at least one
   */
  void filled(String view, StreamId stream, int events);
}
