package io.cornershop.observability.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.metrics.legacyapi.LegacyMetricRegistryAdapter;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Meters on a registry of their own, the same that the server has, and what they show. */
final class TestMeters {

  private final SimpleMeterRegistry behind = new SimpleMeterRegistry();
  final Meters meters;

  private TestMeters(Vocabulary vocabulary) {
    this.meters =
        new Meters(new LegacyMetricRegistryAdapter("application", behind, null), vocabulary);
  }

  /** With words of one part, as short as those of a test are: ids are longer. */
  static TestMeters knowing(Predicate<String> words) {
    return new TestMeters(
        new Vocabulary(
            Arrays.stream(Label.values())
                .collect(Collectors.toMap(label -> label, label -> words))));
  }

  /** With words for every label, none of which looks like an id. */
  static TestMeters usual() {
    return knowing(word -> word.length() <= 25);
  }

  /** Every series that is not zero; of a histogram how many durations, and their sum. */
  Map<String, Double> moved() {
    Map<String, Double> moved = all();
    moved.values().removeIf(value -> value == 0);
    return moved;
  }

  /** Every series. */
  Map<String, Double> all() {
    Map<String, Double> all = new TreeMap<>();
    behind.getMeters().forEach(meter -> add(all, meter));
    return all;
  }

  private static void add(Map<String, Double> all, Meter meter) {
    String name = meter.getId().getName() + labels(meter);
    if (meter instanceof Timer timer) {
      all.put(name + " count", (double) timer.count());
      all.put(name + " sum", timer.totalTime(java.util.concurrent.TimeUnit.SECONDS));
    } else {
      meter.measure().forEach(measured -> all.put(name, measured.getValue()));
    }
  }

  private static String labels(Meter meter) {
    return meter.getId().getTags().stream()
        .filter(tag -> !tag.getKey().startsWith("mp_"))
        .sorted(java.util.Comparator.comparing(Tag::getKey))
        .map(tag -> tag.getKey() + "=" + tag.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
