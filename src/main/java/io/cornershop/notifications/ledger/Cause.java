package io.cornershop.notifications.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * The event that a message tells of.
 *
 * @param stream type and id of its aggregate, {@code Order/4711}
 * @param sequence its place there
 * @param happenedAt in milliseconds
 * @param traceparent the piece of work that has entered the message, if somebody notes it
 */
public record Cause(
    String eventId,
    String eventType,
    String stream,
    long sequence,
    String correlationId,
    Instant happenedAt,
    Optional<String> traceparent) {}
