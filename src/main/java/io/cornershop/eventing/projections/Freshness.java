package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.EventStore;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lets a caller read its own write: waits until a row includes a sequence. Thread-safe.
 *
 * <p>Only so many callers wait at once; one more is answered at once with what is true now, so that
 * a view that lags cannot hold all request threads.
 */
public final class Freshness {

  private static final long FIRST_PAUSE_MILLIS = 5;
  private static final long LONGEST_PAUSE_MILLIS = 100;

  private final CurrentRows rows;
  private final EventStore store;
  private final Map<String, Projection<?>> projections;
  private final Semaphore waiters;

  /**
   * @param maxWaiters how many callers may wait at the same time
   */
  public Freshness(
      CurrentRows rows, EventStore store, Collection<Projection<?>> projections, int maxWaiters) {
    this.rows = rows;
    this.store = store;
    this.projections =
        projections.stream().collect(Collectors.toMap(Projection::name, Function.identity()));
    this.waiters = new Semaphore(maxWaiters);
  }

  /** Views that have one version for ever. */
  public Freshness(
      Rows rows, EventStore store, Collection<Projection<?>> projections, int maxWaiters) {
    this(CurrentRows.only(rows), store, projections, maxWaiters);
  }

  /**
   * Whether the row includes {@code minSequence} of {@code source}, now or before {@code wait} is
   * over.
   *
   * @throws IllegalArgumentException when there is no such projection
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  public boolean await(
      String projection, String rowId, StreamId source, long minSequence, Duration wait) {
    Awaited awaited = new Awaited(named(projection), rowId, source, minSequence);
    if (includes(awaited)) {
      return true;
    }
    if (wait.isZero() || !waiters.tryAcquire()) {
      return false;
    }
    try {
      return poll(awaited, System.nanoTime() + wait.toNanos());
    } finally {
      waiters.release();
    }
  }

  /**
   * Whether the row includes all that has happened in these streams so far.
   *
   * @throws IllegalArgumentException when there is no such projection
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  public boolean isCurrent(String projection, String rowId, Collection<StreamId> sources) {
    Projection<?> view = named(projection);
    Sources included = rows.served(projection).sources(view, rowId);
    String epoch = store.epoch();
    return sources.stream()
        .allMatch(
            source -> store.read(source, included.sequenceOf(source, epoch) + 1, 1).isEmpty());
  }

  private record Awaited(Projection<?> projection, String rowId, StreamId source, long sequence) {}

  private boolean poll(Awaited awaited, long deadline) {
    long pause = FIRST_PAUSE_MILLIS;
    while (!includes(awaited)) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0 || !slept(Math.min(pause, left))) {
        return false;
      }
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
    return true;
  }

  /** False when the platform stops. */
  private static boolean slept(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean includes(Awaited awaited) {
    return rows.served(awaited.projection().name())
            .sources(awaited.projection(), awaited.rowId())
            .sequenceOf(awaited.source(), store.epoch())
        >= awaited.sequence();
  }

  private Projection<?> named(String projection) {
    Projection<?> known = projections.get(projection);
    if (known == null) {
      throw new IllegalArgumentException("There is no projection " + projection);
    }
    return known;
  }
}
