package io.cornershop.observability.metrics;

import io.cornershop.eventing.sagas.SagaObserver;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Counts what happens to sagas. Thread-safe. */
public final class SagaMetrics implements SagaObserver {

  private final Meters meters;

  public SagaMetrics(Meters meters) {
    this.meters = meters;
  }

  @Override
  public void started(String sagaType) {
    meters.count(Metric.SAGAS_STARTED_TOTAL, sagaType);
  }

  @Override
  public void stepEnded(String sagaType, String step, Result result) {
    meters.count(Metric.SAGA_STEPS_EXECUTED_TOTAL, sagaType, step, word(result));
  }

  /** A result as it is exported. */
  public static String word(Result result) {
    return result.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void timedOut(String sagaType, String step) {
    meters.count(Metric.SAGA_TIMEOUTS_TOTAL, sagaType, step);
  }

  @Override
  public void retried(String sagaType, String step) {
    meters.count(Metric.SAGA_RETRIES_TOTAL, sagaType, step);
  }

  @Override
  public void completed(String sagaType, Optional<Duration> after) {
    meters.count(Metric.SAGAS_COMPLETED_TOTAL, sagaType);
    after.ifPresent(took -> meters.time(Metric.SAGA_DURATION_SECONDS, took, sagaType));
  }

  @Override
  public void compensated(String sagaType, Optional<Duration> after) {
    meters.count(Metric.SAGAS_COMPENSATED_TOTAL, sagaType);
    after.ifPresent(took -> meters.time(Metric.SAGA_DURATION_SECONDS, took, sagaType));
  }

  @Override
  public void failed(String sagaType) {
    meters.count(Metric.SAGAS_FAILED_TOTAL, sagaType);
  }
}
