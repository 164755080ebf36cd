package io.cornershop.observability.traces;

import io.cornershop.eventing.commands.CommandTraces;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;

/** A span for each command, named after its kind. Thread-safe. */
public final class CommandSpans implements CommandTraces {

  private final Spans spans;

  public CommandSpans(Spans spans) {
    this.spans = spans;
  }

  @Override
  public Span begin(String command, StreamId stream, EventMetadata origin) {
    SpanBuilder builder =
        spans
            .here(command, SpanKind.INTERNAL, origin.traceparent())
            .setAttribute(Attribute.AGGREGATE_TYPE, stream.aggregateType())
            .setAttribute(Attribute.AGGREGATE_ID, stream.aggregateId())
            .setAttribute(Attribute.CORRELATION, origin.correlationId())
            .setAttribute(Attribute.SOURCE, origin.source());
    origin
        .saga()
        .ifPresent(
            saga ->
                builder
                    .setAttribute(Attribute.SAGA_ID, saga.sagaId())
                    .setAttribute(Attribute.SAGA_STEP, saga.step()));
    return new NotedSpan(builder.startSpan());
  }
}
