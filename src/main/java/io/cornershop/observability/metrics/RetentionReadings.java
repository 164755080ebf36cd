package io.cornershop.observability.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How long it takes until topics forget what a group has not finished. What they forget, a consumer
 * gets from the event store: slower, but nothing is lost. Thread-safe.
 */
public final class RetentionReadings {

  private static final long GOOD_FOR = Duration.ofMinutes(1).toNanos();

  private record Known(Map<String, Optional<Duration>> byTopic, long at) {}

  private final Supplier<Map<String, Optional<Duration>>> retention;
  private final ConsumerReadings consumers;
  private final LongSupplier nanos;
  private volatile Optional<Known> known = Optional.empty();

  /**
   * @param retention by topic, empty where nothing is forgotten; is asked at most once a minute
   * @param nanos a clock that never goes back, in nanoseconds
   */
  public RetentionReadings(
      Supplier<Map<String, Optional<Duration>>> retention,
      ConsumerReadings consumers,
      LongSupplier nanos) {
    this.retention = retention;
    this.consumers = consumers;
    this.nanos = nanos;
  }

  /** The readings of all topics that this node reads. */
  public GaugeSource source() {
    return new GaugeSource(
        "retention", Set.of(Metric.KAFKA_RETENTION_HEADROOM_SECONDS), this::read, true);
  }

  private List<GaugeReading> read() {
    Map<String, Optional<Duration>> kept = kept();
    return consumers.agesByTopic().entrySet().stream()
        .map(
            entry ->
                GaugeReading.of(
                    Metric.KAFKA_RETENTION_HEADROOM_SECONDS,
                    headroom(kept.getOrDefault(entry.getKey().topic(), Optional.empty()), entry),
                    entry.getKey().topic(),
                    entry.getKey().group()))
        .toList();
  }

  private static double headroom(Optional<Duration> kept, Map.Entry<?, Duration> age) {
    return kept.map(retention -> ConsumerReadings.seconds(retention.minus(age.getValue())))
        .orElse(Double.POSITIVE_INFINITY);
  }

  private Map<String, Optional<Duration>> kept() {
    long now = nanos.getAsLong();
    Optional<Known> fresh = known.filter(k -> now - k.at() < GOOD_FOR);
    if (fresh.isEmpty()) {
      fresh = Optional.of(new Known(retention.get(), now));
      known = fresh;
    }
    return fresh.get().byTopic();
  }
}
