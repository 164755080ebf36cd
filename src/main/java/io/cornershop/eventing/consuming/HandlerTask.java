package io.cornershop.eventing.consuming;

import io.cornershop.eventing.consuming.FailurePolicy.Verdict;
import io.cornershop.eventing.events.EventEnvelope;
import java.time.Duration;
import java.util.Optional;

/** One record for one handler, in its lane. */
final class HandlerTask implements KeyedLanes.Task {

  private final EventHandler handler;
  private final LaneKey lane;
  private final Arrival arrival;
  private final Delivery delivery;
  private final Failures failures;
  private int failedAttempts;
  private boolean reported;

  /** What is done about failures, the same for all tasks of a channel. */
  record Failures(FailurePolicy policy, HeldEvents held) {}

  HandlerTask(
      EventHandler handler, LaneKey lane, Arrival arrival, Delivery delivery, Failures failures) {
    this.handler = handler;
    this.lane = lane;
    this.arrival = arrival;
    this.delivery = delivery;
    this.failures = failures;
  }

  @Override
  public Optional<Duration> attempt() {
    try {
      handle();
    } catch (Throwable failure) {
      // Anything, errors included: an event whose failure goes unseen would be lost.
      return Optional.of(failed(failure));
    }
    release();
    delivery.handled();
    return Optional.empty();
  }

  LaneKey lane() {
    return lane;
  }

  /** Whether a bulk handler may get it together with others. */
  boolean joinsOthers() {
    return arrival instanceof Arrival.Readable && claim() != Claim.GONE;
  }

  /** The event; only for a task that joins others. */
  EventEnvelope event() {
    return arrival.envelope().orElseThrow();
  }

  /** Its effect is durable, though not by an {@link #attempt}. */
  void done() {
    delivery.handled();
  }

  private void handle() {
    switch (arrival) {
      case Arrival.Readable r -> handler.handle(r.event());
      case Arrival.Unreadable u -> throw u.failure();
    }
  }

  private Duration failed(Throwable failure) {
    failedAttempts++;
    Verdict verdict = failures.policy().judge(failure, failedAttempts);
    failures.held().failed(lane, describe(), verdict, failure, failedAttempts);
    if (verdict.held() && !reported) {
      reported = true;
      failures.held().report(lane, describe(), verdict, failure);
    }
    return verdict.delay();
  }

  /** The event by its ids; never its data. */
  private String describe() {
    String place = delivery.polled().place();
    return arrival
        .envelope()
        .map(
            e ->
                "%s %s, %s sequence %d, correlation %s, at %s"
                    .formatted(
                        e.type(),
                        e.eventId(),
                        e.stream(),
                        e.sequence(),
                        e.metadata().correlationId(),
                        place))
        .orElse("The record at " + place);
  }

  private void release() {
    if (failedAttempts > 0) {
      failures.held().released(lane);
    }
  }

  @Override
  public Claim claim() {
    return delivery.polled().claim();
  }

  @Override
  public boolean pause(Duration wait) throws InterruptedException {
    return delivery.polled().pause(wait);
  }

  @Override
  public void drop() {
    release();
    delivery.dropped();
  }
}
