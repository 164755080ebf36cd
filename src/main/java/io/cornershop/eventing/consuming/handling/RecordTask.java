package io.cornershop.eventing.consuming.handling;

import io.cornershop.eventing.consuming.held.FailedRecord;
import io.cornershop.eventing.consuming.held.FailurePolicy.Verdict;
import io.cornershop.eventing.consuming.held.Failures;
import io.cornershop.eventing.consuming.lanes.LaneKey;
import io.cornershop.eventing.consuming.partitions.Polled;
import io.cornershop.eventing.deadletters.LetterBox.Put;
import io.cornershop.kernel.LogScope;
import java.time.Duration;
import java.util.Optional;

/**
 * One whole record in the lane of its record key: one that cannot be read, or one that comes while
 * such a one is held. It ends when the record is held durably, or lies in the lanes of its
 * handlers.
 */
final class RecordTask extends WholeRecordTask {

  RecordTask(
      LaneKey lane, Arrival arrival, Polled polled, HandlerDispatch dispatch, Failures failures) {
    super(lane, arrival, polled, dispatch, failures);
  }

  @Override
  Optional<Duration> attempt(LogScope lines) {
    try {
      if (ofNoEvent()) {
        dispatch.others().passOver(polled);
        polled.finished();
      } else if (failures.letters().givenUp().passOver(record())
          || failures.letters().putBehind(record())) {
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

  /** Of another life, unless the store has exactly this, as after a restore. */
  private boolean ofNoEvent() {
    return arrival instanceof Arrival.Readable
        && dispatch.others().wrote(polled)
        && failures.letters().storedEvent(record()).isEmpty();
  }

  private void deliver() {
    switch (arrival) {
      case Arrival.Readable r -> dispatch.deliver(r, polled);
      case Arrival.Unreadable u -> throw u.failure();
    }
  }

  private Optional<Duration> failed(Throwable failure) {
    Verdict verdict = judge(failure);
    boolean unreadable = arrival instanceof Arrival.Unreadable u && u.failure() == failure;
    Optional<Put> put =
        unreadable
            ? failures.putAside(record(), verdict, failure, failedAttempts())
            : Optional.empty();
    if (put.isEmpty()) {
      return Optional.of(hold(verdict, failure));
    }
    if (put.get() == Put.HELD) {
      failures.held().report(lane, describe(), verdict, failure);
    }
    release();
    polled.finished();
    return Optional.empty();
  }

  private FailedRecord record() {
    return record(arrival, polled, lane, failures);
  }

  /** The record as a letter for all handlers of the channel. */
  static FailedRecord record(Arrival arrival, Polled polled, LaneKey lane, Failures failures) {
    return new FailedRecord(
        failures.letters().recordSequence(lane.key()), polled.record(), arrival.envelope());
  }
}
