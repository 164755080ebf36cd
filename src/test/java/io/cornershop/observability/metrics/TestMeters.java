package io.cornershop.observability.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.metrics.legacyapi.LegacyMetricRegistryAdapter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Meters on the registry that the server has too, and what they show. That registry is one for the
 * process: each has a scope of its own in it.
 */
public final class TestMeters {

  private static final SimpleMeterRegistry BEHIND = new SimpleMeterRegistry();

  static {
    Metrics.addRegistry(BEHIND);
  }

  private final String scope = "test-" + UUID.randomUUID();
  final MetricRegistry registry = new LegacyMetricRegistryAdapter(scope, BEHIND, null);
  public final Meters meters;

  private TestMeters(Vocabulary vocabulary) {
    this.meters = new Meters(registry, vocabulary);
  }

  /** With words of one part, as short as those of a test are: ids are longer. */
  public static TestMeters knowing(Predicate<String> words) {
    return new TestMeters(
        new Vocabulary(
            Arrays.stream(Label.values())
                .collect(Collectors.toMap(label -> label, label -> words))));
  }

  /** With words for every label, none of which looks like an id. */
  public static TestMeters usual() {
    return knowing(word -> word.length() <= 25);
  }

  /** Every series that is not zero; of a histogram how many durations, and their sum. */
  public Map<String, Double> moved() {
    Map<String, Double> moved = all();
    moved.values().removeIf(value -> value == 0);
    return moved;
  }

  /** Every series. */
  public Map<String, Double> all() {
    Map<String, Double> all = new TreeMap<>();
    BEHIND.getMeters().stream()
        .filter(meter -> scope.equals(meter.getId().getTag("mp_scope")))
        .filter(meter -> !meter.getId().getName().endsWith(".histogram"))
        .forEach(meter -> add(all, meter));
    return all;
  }

  /** Every series that is not zero, but for how long things took. */
  public Map<String, Double> counts() {
    Map<String, Double> counts = moved();
    counts.keySet().removeIf(series -> series.endsWith(" sum"));
    return counts;
  }

  private static void add(Map<String, Double> all, Meter meter) {
    String name = meter.getId().getName() + labels(meter);
    if (meter instanceof Timer timer) {
      all.put(name + " count", (double) timer.count());
      all.put(name + " sum", timer.totalTime(TimeUnit.SECONDS));
    } else {
      meter.measure().forEach(measured -> all.put(name, measured.getValue()));
    }
  }

  private static String labels(Meter meter) {
    return meter.getId().getTags().stream()
        .filter(tag -> !tag.getKey().startsWith("mp_"))
        .sorted(Comparator.comparing(Tag::getKey))
        .map(tag -> tag.getKey() + "=" + tag.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
