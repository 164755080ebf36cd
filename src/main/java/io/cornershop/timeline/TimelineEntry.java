package io.cornershop.timeline;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.EventMetadata.SagaStep;
import io.cornershop.timeline.OrderTimeline.Audience;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that has happened to an order.
 *
 * @param position in the whole store; a cause has a lower one than its effect
 * @param sequence in its aggregate
 * @param timestamp by the clock of the node that decided it; orders nothing
 * @param causationId the event or command that caused it; for those who work in the shop
 * @param step of the process that caused it; likewise
 */
public record TimelineEntry(
    long position,
    UUID eventId,
    String eventType,
    String aggregateType,
    String aggregateId,
    long sequence,
    Instant timestamp,
    Optional<String> causationId,
    Optional<String> step) {

  static TimelineEntry of(EventEnvelope event, Audience audience) {
    Optional<EventEnvelope> inside = Optional.of(event).filter(any -> audience == Audience.STAFF);
    return new TimelineEntry(
        event.position().orElseThrow(),
        event.eventId(),
        event.type().name(),
        event.stream().aggregateType(),
        event.stream().aggregateId(),
        event.sequence(),
        event.timestamp(),
        inside.map(any -> any.metadata().causationId()),
        inside
            .flatMap(any -> any.metadata().saga())
            .map(SagaStep::step)
            .filter(step -> !step.isEmpty()));
  }
}
