package io.cornershop.eventing.consuming.handling;

import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.consuming.held.FailedRecord;
import io.cornershop.eventing.consuming.held.FailurePolicy.Verdict;
import io.cornershop.eventing.consuming.held.Failures;
import io.cornershop.eventing.consuming.lanes.Claim;
import io.cornershop.eventing.consuming.lanes.LaneKey;
import io.cornershop.eventing.deadletters.LetterBox.Put;
import io.cornershop.eventing.deadletters.SequenceId;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import io.cornershop.kernel.Span;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * One event for one handler, in its lane. It ends when the event was handled, or is held durably:
 * as a letter of its own after the tries that the policy gives it, or behind an earlier one.
 */
final class HandlerTask implements HandlerWork {

  private static final Logger LOG = System.getLogger(HandlerTask.class.getName());

  private final EventHandler handler;
  private final LaneKey lane;
  private final Arrival.Readable arrival;
  private final Delivery delivery;
  private final Failures failures;
  private int failedAttempts;

  HandlerTask(
      EventHandler handler,
      LaneKey lane,
      Arrival.Readable arrival,
      Delivery delivery,
      Failures failures) {
    this.handler = handler;
    this.lane = lane;
    this.arrival = arrival;
    this.delivery = delivery;
    this.failures = failures;
  }

  @Override
  public Optional<Duration> attempt() {
    if (!failures.brake().mayTry()) {
      return Optional.of(failures.brake().probeInterval());
    }
    try (LogScope lines = event().openLogScope()) {
      return attempt(lines.with(LogField.CONSUMER, lane.handler()));
    }
  }

  private Optional<Duration> attempt(LogScope lines) {
    try {
      if (needsNoTry()) {
        return aside();
      }
      handle();
      failures.brake().succeeded(lane);
    } catch (Throwable failure) {
      // Anything, errors included: an event whose failure goes unseen would be lost.
      return failed(failure);
    }
    release();
    LOG.log(Level.DEBUG, () -> "%s has handled %s".formatted(lane.handler(), describe()));
    delivery.handled();
    return Optional.empty();
  }

  private void handle() {
    try (Span.Present here = span().enter()) {
      handler.handle(arrival.event().in(span()));
    }
  }

  /** All that the group does with the event. */
  Span span() {
    return delivery.span();
  }

  private boolean needsNoTry() {
    return failures.letters().givenUp().passOver(record())
        || failures.letters().putBehind(record());
  }

  @Override
  public LaneKey lane() {
    return lane;
  }

  @Override
  public boolean joinsOthers() {
    return claim() != Claim.GONE
        && !failures.brake().isOn()
        && !failures.letters().keys().holds(sequence())
        && !failures.letters().givenUp().contains(record());
  }

  /** The event. */
  EventEnvelope event() {
    return arrival.event();
  }

  /** Its effect is durable, though not by an {@link #attempt}. */
  void done() {
    delivery.handled();
  }

  private Optional<Duration> failed(Throwable failure) {
    failedAttempts++;
    Verdict verdict = failures.policy().judge(failure, failedAttempts);
    failures.watch().failed(event().type().name(), topic(), verdict);
    span().stumbled(verdict.word());
    failures.held().failed(lane, describe(), verdict, failure, failedAttempts);
    if (verdict.heals()) {
      failures.brake().failed(lane);
    }
    boolean outage = verdict.heals() && failures.brake().isOn();
    return verdict.held() && !outage && putAside(verdict, failure)
        ? aside()
        : Optional.of(verdict.delay());
  }

  private boolean putAside(Verdict verdict, Throwable failure) {
    Optional<Put> put = failures.putAside(record(), verdict, failure, failedAttempts);
    if (put.filter(Put.HELD::equals).isPresent()) {
      failures.held().report(lane, describe(), verdict, failure);
    }
    return put.isPresent();
  }

  private String topic() {
    return delivery.polled().record().topic();
  }

  private Optional<Duration> aside() {
    release();
    delivery.held();
    return Optional.empty();
  }

  private SequenceId sequence() {
    return failures.letters().sequence(lane.handler(), lane.key());
  }

  private FailedRecord record() {
    return new FailedRecord(sequence(), delivery.polled().record(), Optional.of(arrival.event()));
  }

  /** The event by its ids; never its data. */
  private String describe() {
    return Arrival.describe(arrival, delivery.polled());
  }

  private void release() {
    if (failedAttempts > 0) {
      failures.held().released(lane);
      failures.brake().left(lane);
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
