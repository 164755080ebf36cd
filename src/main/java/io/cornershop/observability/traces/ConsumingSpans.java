package io.cornershop.observability.traces;

import io.cornershop.eventing.consuming.ConsumingTraces;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.Optional;

/**
 * A span for each event that a consumer group gets, and one for each list of events that a handler
 * gets at once. Thread-safe.
 */
public final class ConsumingSpans implements ConsumingTraces {

  private static final String PROCESS = "process";

  private final Spans spans;

  public ConsumingSpans(Spans spans) {
    this.spans = spans;
  }

  @Override
  public Span begin(EventEnvelope event, Origin origin) {
    Optional<String> before =
        origin
            .sent()
            .filter(sent -> TraceParent.read(Optional.of(sent)).isValid())
            .or(event.metadata()::traceparent);
    SpanBuilder builder =
        spans
            .under(PROCESS + " " + origin.topic(), SpanKind.CONSUMER, before)
            .setAttribute(Attribute.DESTINATION, origin.topic())
            .setAttribute(Attribute.PARTITION, Integer.toString(origin.partition()))
            .setAttribute(Attribute.OFFSET, origin.offset())
            .setAttribute(Attribute.MESSAGE_ID, event.eventId().toString())
            .setAttribute(Attribute.CONVERSATION_ID, event.metadata().correlationId())
            .setAttribute(Attribute.MESSAGE_KEY, event.stream().aggregateId())
            .setAttribute(Attribute.EVENT_TYPE, event.type().name());
    return started(builder, origin.group());
  }

  @Override
  public Span beginTogether(String handler, String group, List<Span> events) {
    return spans
        .beside(
            PROCESS + " " + handler, SpanKind.CONSUMER, events.stream().map(Span::context).toList())
        .map(builder -> builder.setAttribute(Attribute.HANDLER, handler))
        .map(builder -> builder.setAttribute(Attribute.BATCH_SIZE, (long) events.size()))
        .map(builder -> started(builder, group))
        .orElse(Span.NONE);
  }

  private static Span started(SpanBuilder builder, String group) {
    return new NotedSpan(
        builder
            .setAttribute(Attribute.MESSAGING_SYSTEM, "kafka")
            .setAttribute(Attribute.OPERATION_TYPE, PROCESS)
            .setAttribute(Attribute.OPERATION_NAME, PROCESS)
            .setAttribute(Attribute.CONSUMER_GROUP, group)
            .startSpan());
  }
}
