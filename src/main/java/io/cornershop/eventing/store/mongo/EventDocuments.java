package io.cornershop.eventing.store.mongo;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.EventMetadata.SagaStep;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.bson.Document;

/** One event inside the document of its commit. Optional metadata that is absent has no field. */
final class EventDocuments {

  private EventDocuments() {}

  static Document write(EventEnvelope event) {
    EventMetadata metadata = event.metadata();
    Document document =
        new Document("eventId", event.eventId().toString())
            .append("eventType", event.type().name())
            .append("version", event.type().version())
            .append("sequence", event.sequence())
            .append("timestamp", Date.from(event.timestamp()))
            .append("correlationId", metadata.correlationId())
            .append("causationId", metadata.causationId())
            .append("userId", metadata.userId())
            .append("source", metadata.source());
    metadata.sessionId().ifPresent(id -> document.append("sessionId", id));
    metadata.ipAddress().ifPresent(address -> document.append("ipAddress", address));
    metadata.userAgent().ifPresent(agent -> document.append("userAgent", agent));
    metadata.saga().ifPresent(saga -> append(document, saga));
    metadata.traceparent().ifPresent(trace -> document.append("traceparent", trace));
    return document.append("data", event.data());
  }

  private static void append(Document document, SagaStep saga) {
    document
        .append("sagaId", saga.sagaId())
        .append("step", saga.step())
        .append("totalSteps", saga.totalSteps());
  }

  static EventEnvelope read(Document document, StreamId stream) {
    return new EventEnvelope(
        UUID.fromString(document.getString("eventId")),
        new EventType(document.getString("eventType"), document.getInteger("version")),
        stream,
        document.getLong("sequence"),
        document.getDate("timestamp").toInstant(),
        document.getString("data"),
        metadata(document),
        OptionalLong.empty());
  }

  private static EventMetadata metadata(Document document) {
    return new EventMetadata(
        document.getString("correlationId"),
        document.getString("causationId"),
        document.getString("userId"),
        document.getString("source"),
        text(document, "sessionId"),
        text(document, "ipAddress"),
        text(document, "userAgent"),
        text(document, "sagaId").map(saga -> sagaStep(document, saga)),
        text(document, "traceparent"));
  }

  private static SagaStep sagaStep(Document document, String sagaId) {
    return new SagaStep(sagaId, document.getString("step"), document.getInteger("totalSteps"));
  }

  private static Optional<String> text(Document document, String field) {
    return Optional.ofNullable(document.getString(field));
  }
}
