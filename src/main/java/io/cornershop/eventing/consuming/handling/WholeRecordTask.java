package io.cornershop.eventing.consuming.handling;

import io.cornershop.eventing.consuming.held.FailurePolicy.Verdict;
import io.cornershop.eventing.consuming.held.Failures;
import io.cornershop.eventing.consuming.lanes.Claim;
import io.cornershop.eventing.consuming.lanes.KeyedLanes;
import io.cornershop.eventing.consuming.lanes.LaneKey;
import io.cornershop.eventing.consuming.partitions.Polled;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import java.time.Duration;
import java.util.Optional;

/** A record in a lane of its own, before it lies in the lanes of its handlers. */
abstract class WholeRecordTask implements KeyedLanes.Task {

  final LaneKey lane;
  final Arrival arrival;
  final Polled polled;
  final HandlerDispatch dispatch;
  final Failures failures;
  private int failedAttempts;

  WholeRecordTask(
      LaneKey lane, Arrival arrival, Polled polled, HandlerDispatch dispatch, Failures failures) {
    this.lane = lane;
    this.arrival = arrival;
    this.polled = polled;
    this.dispatch = dispatch;
    this.failures = failures;
  }

  @Override
  public final Optional<Duration> attempt() {
    try (LogScope lines =
        arrival.envelope().map(EventEnvelope::openLogScope).orElseGet(LogScope::open)) {
      return attempt(lines.with(LogField.CONSUMER, failures.watch().group()));
    }
  }

  /** Tries once; empty when it has ended. */
  abstract Optional<Duration> attempt(LogScope lines);

  /** One more try has failed. */
  final Verdict judge(Throwable failure) {
    failedAttempts++;
    Verdict verdict = failures.policy().judge(failure, failedAttempts);
    String eventType = Arrival.typeHeader(polled.record()).orElse("");
    failures.watch().failed(eventType, polled.record().topic(), verdict);
    return verdict;
  }

  /** How many tries have failed. */
  final int failedAttempts() {
    return failedAttempts;
  }

  /** Holds the lane until the next try. */
  final Duration hold(Verdict verdict, Throwable failure) {
    failures.held().failed(lane, describe(), verdict, failure, failedAttempts);
    return verdict.delay();
  }

  final String describe() {
    return Arrival.describe(arrival, polled);
  }

  /** The lane goes on. */
  final void release() {
    if (failedAttempts > 0) {
      failures.held().released(lane);
    }
  }

  @Override
  public final Claim claim() {
    return polled.claim();
  }

  @Override
  public final boolean pause(Duration wait) throws InterruptedException {
    return polled.pause(wait);
  }

  @Override
  public final void drop() {
    release();
    polled.dropped();
  }
}
