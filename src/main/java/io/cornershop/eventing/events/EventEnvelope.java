package io.cornershop.eventing.events;

import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import io.cornershop.kernel.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One event as it is stored, published and read. Immutable.
 *
 * @param sequence its place in its aggregate, from 1 without gaps
 * @param timestamp when it happened, in milliseconds; never goes back within an aggregate, and
 *     orders nothing
 * @param data the exact JSON text that was decided, the same bytes wherever the event appears
 * @param position its place in the whole store; empty until the relay has given it one
 */
public record EventEnvelope(
    UUID eventId,
    EventType type,
    StreamId stream,
    long sequence,
    Instant timestamp,
    String data,
    EventMetadata metadata,
    OptionalLong position) {

  /** How many positions one commit takes: an event's position is commit number * 1000 + index. */
  public static final int POSITIONS_PER_COMMIT = 1_000;

  /** Cuts the time to the milliseconds that the store keeps. */
  public EventEnvelope {
    timestamp = timestamp.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Puts the event's ids on the lines of the log until the scope is closed. */
  public LogScope openLogScope() {
    return LogScope.open()
        .with(metadata)
        .with(LogField.EVENT, eventId)
        .with(LogField.AGGREGATE, stream);
  }

  /** The same event while it is part of this piece of work, so that what it causes is too. */
  public EventEnvelope in(Span work) {
    return work.context().isEmpty()
        ? this
        : new EventEnvelope(
            eventId, type, stream, sequence, timestamp, data, metadata.in(work), position);
  }

  /** The same event at its place in the whole store. */
  public EventEnvelope at(long newPosition) {
    return new EventEnvelope(
        eventId, type, stream, sequence, timestamp, data, metadata, OptionalLong.of(newPosition));
  }
}
