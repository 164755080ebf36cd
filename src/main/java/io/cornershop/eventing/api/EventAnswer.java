package io.cornershop.eventing.api;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Describes the envelope of an event to callers; what is answered is the envelope itself.
 *
 * @param version of the schema of the event type
 * @param data what has happened, by its schema
 * @param position in the whole store; absent until the event has one
 */
record EventAnswer(
    UUID eventId,
    String eventType,
    String aggregateType,
    String aggregateId,
    long sequence,
    Instant timestamp,
    int version,
    Map<String, Object> data,
    Metadata metadata,
    OptionalLong position) {

  /** Where an event came from. */
  record Metadata(
      String correlationId,
      String causationId,
      String userId,
      String source,
      Optional<String> sessionId,
      Optional<String> ipAddress,
      Optional<String> userAgent,
      Optional<String> sagaId,
      Optional<String> step,
      Optional<Integer> totalSteps,
      Optional<String> traceparent) {}
}
