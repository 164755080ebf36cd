package io.cornershop.eventing.sagas.views;

import java.util.Arrays;
import java.util.List;

/** Where a saga stands, as callers read it. */
public enum SagaStanding {
  /** It goes on, step by step, or waits for an answer or for another try. */
  RUNNING,
  /** It is on its way back. */
  COMPENSATING,
  /** It needs somebody: it can go neither on nor back by itself. */
  COMPENSATION_FAILED,
  /** All is done. */
  COMPLETED,
  /** All is undone. */
  COMPENSATED;

  /** Those that are no end. */
  public static List<SagaStanding> open() {
    return Arrays.stream(values()).filter(SagaStanding::isOpen).toList();
  }

  /** Whether something is still to be done. */
  public boolean isOpen() {
    return switch (this) {
      case RUNNING, COMPENSATING, COMPENSATION_FAILED -> true;
      case COMPLETED, COMPENSATED -> false;
    };
  }
}
