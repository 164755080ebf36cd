package io.cornershop.observability.metrics;

import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitListener;
import io.cornershop.eventing.store.ReplayObserver;
import java.time.Duration;

/** Counts what is appended and what is read again. Thread-safe. */
public final class StoreMetrics implements CommitListener, ReplayObserver {

  private final Meters meters;

  public StoreMetrics(Meters meters) {
    this.meters = meters;
  }

  @Override
  public void accept(Commit commit) {
    String aggregateType = commit.stream().aggregateType();
    commit
        .events()
        .forEach(
            event -> meters.count(Metric.EVENTS_STORED_TOTAL, event.type().name(), aggregateType));
  }

  /** Whoever appended it has counted it. */
  @Override
  public void repeated(Commit commit) {
    // nothing to count
  }

  @Override
  public void replayed(String aggregateType, long events) {
    meters.add(Metric.EVENTS_REPLAYED_TOTAL, events, aggregateType);
  }

  @Override
  public void finished(String aggregateType, Duration took) {
    meters.time(Metric.EVENT_REPLAY_DURATION_SECONDS, took, aggregateType);
  }
}
