package io.cornershop.observability.metrics;

import io.cornershop.kernel.Deadline;
import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import io.cornershop.kernel.Reason;
import io.cornershop.kernel.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Takes readings every few seconds, in threads of its own, so that a scrape asks nobody. What does
 * not answer in time is no number until it does. Thread-safe.
 */
public final class GaugeReader implements AutoCloseable {

  private static final Logger LOG = System.getLogger(GaugeReader.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** A reading may take so much of the time between two. */
  private static final int SHARE = 20;

  /** How soon is asked again what has not answered: the time it took says nothing of the next. */
  private static final Duration AGAIN = Duration.ofSeconds(10);

  /** What hangs holds one of them up, for as long as its deadline; the others go on. */
  private static final int THREADS = 2;

  private final Meters meters;
  private final List<GaugeSource> sources;
  private final Duration interval;
  private final ScheduledExecutorService pool;
  private final Set<String> reported = ConcurrentHashMap.newKeySet();

  public GaugeReader(
      Meters meters, List<GaugeSource> sources, Duration interval, ThreadFactory threads) {
    this.meters = meters;
    this.sources = List.copyOf(sources);
    this.interval = interval;
    this.pool = Executors.newScheduledThreadPool(THREADS, threads);
  }

  /** Begins, and returns at once. */
  public void start() {
    sources.forEach(source -> readIn(source, Duration.ZERO));
  }

  private void readIn(GaugeSource source, Duration pause) {
    if (!pool.isShutdown()) {
      pool.schedule(() -> turn(source), pause.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void turn(GaugeSource source) {
    long begun = System.nanoTime();
    boolean answered = false;
    try (LogScope lines = LogScope.open(LogField.TASK, "reading of " + source.name())) {
      answered = read(source);
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      readIn(source, pauseAfter(source, took, answered));
    }
  }

  /** How long to wait after a reading that took so long. */
  Duration pauseAfter(GaugeSource source, Duration took, boolean answered) {
    Duration fair = source.cheap() ? Duration.ZERO : took.multipliedBy(SHARE);
    Duration pause = !answered && fair.compareTo(AGAIN) > 0 ? AGAIN : fair;
    return pause.compareTo(interval) > 0 ? pause : interval;
  }

  /**
   * One reading; never fails, because one that does must not end those after it.
   *
   * @return whether it was answered
   */
  boolean read(GaugeSource source) {
    try {
      meters.read(source.metrics(), Deadline.during(PATIENCE, source.readings()));
      return true;
    } catch (Unavailable e) {
      meters.unknown(source.metrics());
    } catch (RuntimeException e) {
      meters.unknown(source.metrics());
      Level level = reported.add(source.name()) ? Level.WARNING : Level.DEBUG;
      LOG.log(level, "No reading of {0}: {1}", source.name(), Reason.line(e));
    }
    return false;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
