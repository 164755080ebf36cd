package io.cornershop.observability.traces;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.publishing.PublishingTraces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Optional;

/** A span for each event that is handed to Kafka, until Kafka has answered. Thread-safe. */
public final class PublishingSpans implements PublishingTraces {

  private static final String SEND = "send";

  private final Spans spans;

  public PublishingSpans(Spans spans) {
    this.spans = spans;
  }

  @Override
  public Sending begin(String topic, EventEnvelope event) {
    return new Noted(
        spans
            .under(SEND + " " + topic, SpanKind.PRODUCER, event.metadata().traceparent())
            .setAttribute(Attribute.MESSAGING_SYSTEM, "kafka")
            .setAttribute(Attribute.DESTINATION, topic)
            .setAttribute(Attribute.OPERATION_TYPE, SEND)
            .setAttribute(Attribute.OPERATION_NAME, SEND)
            .setAttribute(Attribute.MESSAGE_ID, event.eventId().toString())
            .setAttribute(Attribute.CONVERSATION_ID, event.metadata().correlationId())
            .setAttribute(Attribute.MESSAGE_KEY, event.stream().aggregateId())
            .setAttribute(Attribute.EVENT_TYPE, event.type().name())
            .startSpan());
  }

  private record Noted(Span span) implements Sending {

    @Override
    public Optional<String> context() {
      return new NotedSpan(span).context();
    }

    @Override
    public void acknowledged(int partition, long offset) {
      span.setAttribute(Attribute.PARTITION, Integer.toString(partition));
      span.setAttribute(Attribute.OFFSET, offset);
      span.end();
    }

    @Override
    public void refused(Exception why) {
      end(why.getClass().getSimpleName());
    }

    @Override
    public void dropped() {
      end("dropped");
    }

    private void end(String failure) {
      new NotedSpan(span).failed(failure);
      span.end();
    }
  }
}
