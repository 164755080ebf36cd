package io.cornershop.eventing.sagas;

import java.time.Duration;
import java.util.Optional;

/**
 * Is told what happens to sagas, each thing by the node that stored it. Implementations are
 * thread-safe, neither block nor throw.
 */
public interface SagaObserver {

  /** How a step came to an end. */
  enum Result {
    COMPLETED,
    COMPENSATED,
    /** Done although nobody was waiting for it any more. */
    LATE,
    FAILED
  }

  /** A saga has begun. */
  void started(String sagaType);

  /** A step was done or undone, or was given up. */
  void stepEnded(String sagaType, String step, Result result);

  /** A step had no answer in time. */
  void timedOut(String sagaType, String step);

  /** A step is tried again, by itself or because an operator wants it. */
  void retried(String sagaType, String step);

  /**
   * All is done.
   *
   * @param after the start; empty when that is not known here
   */
  void completed(String sagaType, Optional<Duration> after);

  /**
   * All is undone.
   *
   * @param after the start; empty when that is not known here
   */
  void compensated(String sagaType, Optional<Duration> after);

  /** It needs somebody. */
  void failed(String sagaType);
}
