package io.cornershop.observability.metrics;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where readings of some gauges come from.
 *
 * @param name for the log
 * @param metrics that it gives, and nobody else
 * @param readings all series there are at the moment; it throws {@link
 *     io.cornershop.kernel.Unavailable} when what it asks does not answer, and ends within the
 *     deadline of its thread
 * @param cheap whether somebody else answers without looking at data: then a reading that takes
 *     long has waited, not worked, and the next one need not be spared
 */
public record GaugeSource(
    String name, Set<Metric> metrics, Supplier<List<GaugeReading>> readings, boolean cheap) {

  public GaugeSource {
    metrics = Set.copyOf(metrics);
  }

  public GaugeSource(String name, Set<Metric> metrics, Supplier<List<GaugeReading>> readings) {
    this(name, metrics, readings, false);
  }
}
