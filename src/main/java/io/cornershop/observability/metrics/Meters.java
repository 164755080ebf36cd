package io.cornershop.observability.metrics;

import io.cornershop.kernel.Reason;
import io.cornershop.observability.metrics.Metric.Kind;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/**
 * The only way to a series: every value of a label passes the {@link Vocabulary}. Thread-safe;
 * counting neither blocks nor asks anybody.
 */
public final class Meters {

  private static final Logger LOG = System.getLogger(Meters.class.getName());
  private static final Duration NEGATIVE_IS_NONE = Duration.ZERO;
  private static final String[] NO_VALUES = {};

  /** One series. */
  private record Series(Metric metric, List<String> values) {}

  /** The last reading of a gauge. */
  private static final class Reading {
    private volatile double value;

    private double value() {
      return value;
    }
  }

  private final MetricRegistry registry;
  private final Vocabulary vocabulary;
  private final ConcurrentMap<Series, Counter> counters = new ConcurrentHashMap<>();
  private final ConcurrentMap<Series, Timer> timers = new ConcurrentHashMap<>();
  private final ConcurrentMap<Series, Reading> readings = new ConcurrentHashMap<>();

  public Meters(MetricRegistry registry, Vocabulary vocabulary) {
    this.registry = registry;
    this.vocabulary = vocabulary;
  }

  /** Counts so many; none makes the series exist. Values in the order of the metric's labels. */
  void add(Metric metric, long times, String... values) {
    Counter counter = counters.computeIfAbsent(series(metric, Kind.COUNTER, values), this::counter);
    if (counter != null) {
      counter.inc(times);
    }
  }

  /** Counts one. */
  void count(Metric metric, String... values) {
    add(metric, 1, values);
  }

  /** Notes a duration. */
  void time(Metric metric, Duration took, String... values) {
    Duration noted = took.isNegative() ? NEGATIVE_IS_NONE : took;
    Timer timer = timers.computeIfAbsent(series(metric, Kind.HISTOGRAM, values), this::timer);
    if (timer != null) {
      timer.update(noted);
    }
  }

  /** Replaces all series of these gauges; what is no more is not exported any more. */
  synchronized void read(Set<Metric> gauges, List<GaugeReading> read) {
    Map<Series, Double> now = new HashMap<>();
    for (GaugeReading reading : read) {
      String[] values = reading.values().toArray(String[]::new);
      now.merge(series(reading.metric(), Kind.GAUGE, values), reading.value(), Double::sum);
    }
    now.forEach(this::show);
    readings.keySet().stream()
        .filter(series -> gauges.contains(series.metric()) && !now.containsKey(series))
        .toList()
        .forEach(this::forget);
  }

  private void show(Series series, double value) {
    Reading reading = readings.computeIfAbsent(series, this::gauge);
    if (reading != null) {
      reading.value = value;
    }
  }

  /** Takes the readings of a source now; throws what they throw. */
  public void read(GaugeSource source) {
    read(source.metrics(), source.readings().get());
  }

  /** What these gauges measure does not answer; where there is one series only, it is shown. */
  synchronized void unknown(Set<Metric> gauges) {
    gauges.stream()
        .filter(gauge -> gauge.labels().isEmpty())
        .forEach(gauge -> show(series(gauge, Kind.GAUGE, NO_VALUES), Double.NaN));
    readings.forEach(
        (series, reading) -> {
          if (gauges.contains(series.metric())) {
            reading.value = Double.NaN;
          }
        });
  }

  private Series series(Metric metric, Kind kind, String[] values) {
    List<Label> labels = metric.labels();
    if (metric.kind() != kind || values.length != labels.size()) {
      throw new IllegalArgumentException(metric + " is a " + metric.kind() + " with " + labels);
    }
    List<String> bounded = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      bounded.add(vocabulary.bounded(labels.get(i), values[i]));
    }
    return new Series(metric, List.copyOf(bounded));
  }

  private Counter counter(Series series) {
    return here(() -> registry.counter(metadata(series.metric()), tags(series)));
  }

  private Timer timer(Series series) {
    return here(() -> registry.timer(metadata(series.metric()), tags(series)));
  }

  private Reading gauge(Series series) {
    Reading reading = new Reading();
    return here(
        () -> {
          registry.gauge(metadata(series.metric()), reading, Reading::value, tags(series));
          return reading;
        });
  }

  private void forget(Series series) {
    readings.remove(series);
    registry.remove(new MetricID(series.metric().registeredName(), tags(series)));
  }

  private static Metadata metadata(Metric metric) {
    return Metadata.builder()
        .withName(metric.registeredName())
        .withDescription(metric.description())
        .withUnit(metric.kind() == Kind.HISTOGRAM ? MetricUnits.SECONDS : MetricUnits.NONE)
        .build();
  }

  private static Tag[] tags(Series series) {
    Tag[] tags = new Tag[series.values().size()];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = new Tag(series.metric().labels().get(i).wireName(), series.values().get(i));
    }
    return tags;
  }

  /**
   * The registry looks for the buckets by the thread's loader, which on some threads is none. What
   * it refuses, as while the application stops, costs a number and nothing else.
   *
   * @return null when it refuses
   */
  private static <T> T here(Supplier<T> registration) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Meters.class.getClassLoader());
    try {
      return registration.get();
    } catch (IllegalStateException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, "A series is not counted: {0}", Reason.line(e));
      return null;
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
