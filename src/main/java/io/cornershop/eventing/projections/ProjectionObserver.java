package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.EventEnvelope;
import java.time.Duration;

/**
 * Is told how the version of a view that is read is kept up to date. Implementations are
 * thread-safe, neither block nor throw.
 */
public interface ProjectionObserver {

  /** Is told and does nothing. */
  ProjectionObserver NONE = new ProjectionObserver() {};

  /**
   * The event has changed its row, durably. An event that the row had seen before is not told of.
   */
  default void applied(String view, EventEnvelope event) {}

  /** The view was brought up to an event, or to many at once, whether or not they were new. */
  default void updated(String view, Duration took) {}
}
