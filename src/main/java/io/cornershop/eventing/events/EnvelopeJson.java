package io.cornershop.eventing.events;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.cornershop.json.Json;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.EventMetadata.SagaStep;
import io.cornershop.kernel.InvalidValue;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The envelope in JSON, as it travels on Kafka and in HTTP answers. Data that {@link EventJson}
 * wrote keeps its exact text in both directions. Stateless and thread-safe.
 */
public final class EnvelopeJson {

  private record Written(
      UUID eventId,
      String eventType,
      String aggregateType,
      String aggregateId,
      long sequence,
      Instant timestamp,
      int version,
      @JsonRawValue String data,
      Metadata metadata,
      OptionalLong position) {}

  private record Read(
      UUID eventId,
      String eventType,
      String aggregateType,
      String aggregateId,
      long sequence,
      Instant timestamp,
      int version,
      JsonNode data,
      Metadata metadata,
      OptionalLong position) {

    /**
     * The missing fields that the mapper cannot tell: absent numbers, and data that is no object.
     */
    Read {
      if (sequence < 1 || version < 1 || data == null || !data.isObject()) {
        throw new IllegalArgumentException("An envelope has a sequence, a version and data");
      }
    }
  }

  private record Metadata(
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
      Optional<String> traceparent) {

    static Metadata of(EventMetadata m) {
      return new Metadata(
          m.correlationId(),
          m.causationId(),
          m.userId(),
          m.source(),
          m.sessionId(),
          m.ipAddress(),
          m.userAgent(),
          m.saga().map(SagaStep::sagaId),
          m.saga().map(SagaStep::step),
          m.saga().map(SagaStep::totalSteps),
          m.traceparent());
    }

    EventMetadata toMetadata() {
      Optional<SagaStep> saga =
          sagaId.map(id -> new SagaStep(id, step.orElse(""), totalSteps.orElse(0)));
      return new EventMetadata(
          correlationId,
          causationId,
          userId,
          source,
          sessionId,
          ipAddress,
          userAgent,
          saga,
          traceparent);
    }
  }

  private EnvelopeJson() {}

  /** The envelope as one JSON object; {@code position} is left out while there is none. */
  public static String write(EventEnvelope event) {
    return Json.TOLERANT.writeValueAsString(toWritable(event));
  }

  /** What a JSON writer of the platform turns into the envelope, for use inside other objects. */
  public static Object toWritable(EventEnvelope event) {
    return new Written(
        event.eventId(),
        event.type().name(),
        event.stream().aggregateType(),
        event.stream().aggregateId(),
        event.sequence(),
        event.timestamp(),
        event.type().version(),
        event.data(),
        Metadata.of(event.metadata()),
        event.position());
  }

  /**
   * The envelope in {@code json}.
   *
   * @throws UnreadableEvent when the bytes are no envelope
   */
  public static EventEnvelope read(byte[] json) {
    try {
      Read wire = Json.TOLERANT.readValue(json, Read.class);
      return new EventEnvelope(
          wire.eventId(),
          new EventType(wire.eventType(), wire.version()),
          new StreamId(wire.aggregateType(), wire.aggregateId()),
          wire.sequence(),
          wire.timestamp(),
          wellFormed(Json.TOLERANT.writeValueAsString(wire.data())),
          wire.metadata().toMetadata(),
          wire.position());
    } catch (JacksonException | NullPointerException | InvalidValue e) {
      throw UnreadableEvent.malformed("The envelope", e);
    }
  }

  private static String wellFormed(String data) {
    if (!Json.isWellFormed(data)) {
      throw new InvalidValue("data", "must not have half of a surrogate pair");
    }
    return data;
  }
}
