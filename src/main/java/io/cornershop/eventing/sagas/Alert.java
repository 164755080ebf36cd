package io.cornershop.eventing.sagas;

import io.cornershop.eventing.sagas.SagaEvent.SagaFailed;
import io.cornershop.kernel.Latest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Calls for an operator, in the log. An event that comes again is told once by a node; another node
 * that gets it tells it, too, because nobody knows whether the first one still could. Thread-safe.
 */
final class Alert {

  private static final Logger LOG = System.getLogger(Alert.class.getName());
  private static final int REMEMBERED = 1_000;

  private final Latest<UUID, AtomicBoolean> told = new Latest<>(REMEMBERED);

  /** Says which saga needs somebody, why, and what to do. */
  void raise(UUID eventId, SagaFailed failed) {
    AtomicBoolean mine = new AtomicBoolean();
    told.merge(eventId, mine, (before, next) -> before);
    if (told.find(eventId).orElse(mine).compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING,
          "Saga {0} needs an operator: step {1} failed for good: {2}. Look at GET /api/sagas/{0},"
              + " clear the cause, then POST /api/sagas/{0}/retry",
          failed.sagaId(),
          failed.step(),
          failed.reason());
    }
  }
}
