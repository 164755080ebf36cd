package io.cornershop.eventing.store;

import io.cornershop.eventing.events.EventEnvelope;
import java.time.Instant;
import java.util.UUID;

/** What events of the whole store can be found by. Immutable. */
public sealed interface EventSearch {

  /** Whether an event is one that is looked for. */
  boolean matches(EventEnvelope event);

  /** Whether a commit holds such an event, by its summary alone. */
  boolean matches(CommitSummary summary);

  /** The one event with this id. */
  record OfId(UUID eventId) implements EventSearch {

    @Override
    public boolean matches(EventEnvelope event) {
      return event.eventId().equals(eventId);
    }

    @Override
    public boolean matches(CommitSummary summary) {
      return summary.eventIds().contains(eventId);
    }
  }

  /** All events of a type, in every version. */
  record OfType(String eventType) implements EventSearch {

    @Override
    public boolean matches(EventEnvelope event) {
      return event.type().name().equals(eventType);
    }

    @Override
    public boolean matches(CommitSummary summary) {
      return summary.eventTypes().contains(eventType);
    }
  }

  /** Everything that one request has caused. */
  record OfCorrelation(String correlationId) implements EventSearch {

    @Override
    public boolean matches(EventEnvelope event) {
      return event.metadata().correlationId().equals(correlationId);
    }

    @Override
    public boolean matches(CommitSummary summary) {
      return summary.correlationIds().contains(correlationId);
    }
  }

  /**
   * What happened from {@code from} on and before {@code before}, by the clocks of the writers; in
   * the order of positions like everything else.
   */
  record OfTime(Instant from, Instant before) implements EventSearch {

    private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

    /** Cuts both to what milliseconds can say. */
    public OfTime {
      from = cut(from);
      before = cut(before);
    }

    private static Instant cut(Instant time) {
      Instant notTooEarly = time.isBefore(FIRST) ? FIRST : time;
      return notTooEarly.isAfter(LAST) ? LAST : notTooEarly;
    }

    @Override
    public boolean matches(EventEnvelope event) {
      return isIn(event.timestamp());
    }

    @Override
    public boolean matches(CommitSummary summary) {
      return summary.timestamps().stream().anyMatch(this::isIn);
    }

    private boolean isIn(Instant time) {
      return !time.isBefore(from) && time.isBefore(before);
    }
  }
}
