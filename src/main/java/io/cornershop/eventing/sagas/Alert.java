package io.cornershop.eventing.sagas;

import io.cornershop.eventing.sagas.SagaEvent.SagaFailed;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Calls for an operator, in the log. */
final class Alert {

  private static final Logger LOG = System.getLogger(Alert.class.getName());

  private Alert() {}

  /** Says which saga needs somebody, why, and what to do. */
  static void raise(SagaFailed failed) {
    LOG.log(
        Level.WARNING,
        "Saga {0} needs an operator: step {1} failed for good: {2}. Look at GET /api/sagas/{0},"
            + " clear the cause, then POST /api/sagas/{0}/retry",
        failed.sagaId(),
        failed.step(),
        failed.reason());
  }
}
