package io.cornershop.observability.metrics;

import io.cornershop.eventing.consuming.ConsumingObserver;
import java.time.Duration;
import java.util.Set;

/** Counts what consumers get done, and what fails. Thread-safe. */
public final class ConsumingMetrics implements ConsumingObserver {

  /** What failures are taken for. */
  public static final Set<String> KINDS = Set.of("transient", "newer", "poison");

  private final Meters meters;

  public ConsumingMetrics(Meters meters) {
    this.meters = meters;
  }

  @Override
  public void consumed(Arrived event, Duration took) {
    String[] values = {event.eventType(), event.topic(), event.group()};
    meters.count(Metric.EVENTS_CONSUMED_TOTAL, values);
    meters.time(Metric.EVENT_CONSUME_DURATION_SECONDS, took, values);
  }

  @Override
  public void failed(Arrived event, String kind) {
    meters.count(
        Metric.EVENTS_CONSUME_ERRORS_TOTAL, event.eventType(), event.topic(), event.group(), kind);
  }
}
