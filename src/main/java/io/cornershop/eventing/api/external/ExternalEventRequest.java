package io.cornershop.eventing.api.external;

import io.cornershop.eventing.events.EventType;
import io.cornershop.kernel.InvalidValue;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * An event as an outside producer sends it.
 *
 * @param eventId chosen by the producer, once for each event
 * @param version of the data's schema; the present one when it is left out
 * @param aggregateType may be said, and must then be that of the event type
 * @param aggregateId may be said, and must then be what the data is about
 * @param timestamp when it happened, if the producer says
 */
public record ExternalEventRequest(
    UUID eventId,
    String eventType,
    Optional<Integer> version,
    Optional<String> aggregateType,
    Optional<String> aggregateId,
    Optional<Instant> timestamp,
    JsonNode data) {

  public ExternalEventRequest {
    require("eventId", eventId != null);
    require("eventType", eventType != null);
    require("data", data != null && !data.isMissingNode());
  }

  private static void require(String field, boolean there) {
    if (!there) {
      throw new InvalidValue(field, "must be there");
    }
  }

  /** The event type, in the version that the data is of. */
  EventType type(int present) {
    return new EventType(eventType, version.orElse(present));
  }
}
