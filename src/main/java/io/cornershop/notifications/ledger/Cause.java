package io.cornershop.notifications.ledger;

import java.time.Instant;

/**
 * The event that a message tells of.
 *
 * @param stream type and id of its aggregate, {@code Order/4711}
 * @param sequence its place there
 * @param happenedAt in milliseconds
 */
public record Cause(
    String eventId,
    String eventType,
    String stream,
    long sequence,
    String correlationId,
    Instant happenedAt) {}
