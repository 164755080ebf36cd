package io.cornershop.observability.metrics;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.ProjectionObserver;
import java.time.Clock;
import java.time.Duration;

/** Counts what views take in, and how late. Thread-safe. */
public final class ProjectionMetrics implements ProjectionObserver {

  private final Meters meters;
  private final Clock clock;

  /**
   * @param clock which is compared with those of the nodes that have appended the events
   */
  public ProjectionMetrics(Meters meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public void applied(String view, EventEnvelope event) {
    meters.count(Metric.READ_MODELS_UPDATED_TOTAL, view, event.type().name());
    Duration since = Duration.between(event.timestamp(), clock.instant());
    meters.time(Metric.PROJECTION_APPEND_TO_APPLIED_SECONDS, since, view);
  }

  @Override
  public void updated(String view, Duration took) {
    meters.time(Metric.READ_MODEL_UPDATE_DURATION_SECONDS, took, view);
  }
}
