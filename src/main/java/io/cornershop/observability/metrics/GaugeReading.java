package io.cornershop.observability.metrics;

import java.util.List;

/**
 * What a gauge shows.
 *
 * @param values of the labels of the metric, in their order
 */
record GaugeReading(Metric metric, double value, List<String> values) {

  static GaugeReading of(Metric metric, double value, String... values) {
    return new GaugeReading(metric, value, List.of(values));
  }
}
