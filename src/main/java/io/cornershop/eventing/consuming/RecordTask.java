package io.cornershop.eventing.consuming;

import io.cornershop.eventing.consuming.FailurePolicy.Verdict;
import io.cornershop.eventing.consuming.held.FailedRecord;
import java.time.Duration;
import java.util.Optional;

/**
 * One whole record in the lane of its record key: one that cannot be read, or one that comes while
 * such a one is held. It ends when the record is held durably, or lies in the lanes of its
 * handlers.
 */
final class RecordTask implements KeyedLanes.Task {

  private final LaneKey lane;
  private final Arrival arrival;
  private final Polled polled;
  private final HandlerDispatch dispatch;
  private final Failures failures;
  private int failedAttempts;

  RecordTask(
      LaneKey lane, Arrival arrival, Polled polled, HandlerDispatch dispatch, Failures failures) {
    this.lane = lane;
    this.arrival = arrival;
    this.polled = polled;
    this.dispatch = dispatch;
    this.failures = failures;
  }

  @Override
  public Optional<Duration> attempt() {
    try {
      if (failures.letters().putBehind(record())) {
        polled.finished();
      } else {
        deliver();
      }
    } catch (Throwable failure) {
      // Anything: a record whose failure goes unseen would be lost.
      return failed(failure);
    }
    release();
    return Optional.empty();
  }

  private void deliver() {
    switch (arrival) {
      case Arrival.Readable r -> dispatch.deliver(r, polled);
      case Arrival.Unreadable u -> throw u.failure();
    }
  }

  private Optional<Duration> failed(Throwable failure) {
    failedAttempts++;
    Verdict verdict = failures.policy().judge(failure, failedAttempts);
    boolean unreadable = arrival instanceof Arrival.Unreadable u && u.failure() == failure;
    String event = Arrival.describe(arrival, polled);
    if (unreadable && failures.putAside(record(), verdict, failure, failedAttempts)) {
      failures.held().report(lane, event, verdict, failure);
      release();
      polled.finished();
      return Optional.empty();
    }
    failures.held().failed(lane, event, verdict, failure, failedAttempts);
    return Optional.of(verdict.delay());
  }

  private FailedRecord record() {
    return new FailedRecord(
        failures.letters().recordSequence(lane.key()), polled.record(), arrival.envelope());
  }

  private void release() {
    if (failedAttempts > 0) {
      failures.held().released(lane);
    }
  }

  @Override
  public Claim claim() {
    return polled.claim();
  }

  @Override
  public boolean pause(Duration wait) throws InterruptedException {
    return polled.pause(wait);
  }

  @Override
  public void drop() {
    release();
    polled.dropped();
  }
}
