package io.cornershop.eventing.consuming;

import io.cornershop.eventing.consuming.FailurePolicy.Verdict;
import java.time.Duration;
import java.util.Optional;

/**
 * One record of a partition of which it is not known yet what is held. Its lane is the partition's,
 * so that the records leave it in the order of the topic.
 */
final class LoadTask implements KeyedLanes.Task {

  private final LaneKey lane;
  private final Arrival arrival;
  private final Polled polled;
  private final HandlerDispatch dispatch;
  private final Failures failures;
  private int failedAttempts;

  LoadTask(
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
      failures.letters().keys().loadFor(polled.partition());
    } catch (RuntimeException failure) {
      // Whatever it is: nothing may be handled before it is known what is held.
      failedAttempts++;
      Verdict verdict = failures.policy().judge(failure, failedAttempts);
      String event = Arrival.describe(arrival, polled);
      failures.held().failed(lane, event, verdict, failure, failedAttempts);
      return Optional.of(verdict.delay());
    }
    release();
    dispatch.route(arrival, polled);
    return Optional.empty();
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
