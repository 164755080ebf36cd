package io.cornershop.eventing.store;

import java.time.Duration;

/**
 * Is told which events are read again, to answer a replay or to rebuild a view. Implementations are
 * thread-safe, neither block nor throw.
 */
public interface ReplayObserver {

  /** Is told and does nothing. */
  ReplayObserver NONE = new ReplayObserver() {};

  /** So many events of this type of aggregate were read and folded again. */
  default void replayed(String aggregateType, long events) {}

  /** The state that a stream adds up to is there. */
  default void finished(String aggregateType, Duration took) {}
}
