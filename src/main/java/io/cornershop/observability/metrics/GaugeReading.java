package io.cornershop.observability.metrics;

import java.util.List;

/**
 * What a gauge shows.
 *
 * @param values of the labels of the metric, in their order
 */
public record GaugeReading(Metric metric, double value, List<String> values) {

  /** Of the series with these values. */
  public static GaugeReading of(Metric metric, double value, String... values) {
    return new GaugeReading(metric, value, List.of(values));
  }
}
