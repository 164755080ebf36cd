package io.cornershop.observability.traces;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Begins spans at their place. Thread-safe. */
public final class Spans {

  private final Tracer tracer;
  private final TextMapPropagator propagator;

  public Spans(OpenTelemetry telemetry) {
    this.tracer = telemetry.getTracer("io.cornershop");
    this.propagator = telemetry.getPropagators().getTextMapPropagator();
  }

  /** Part of what the thread does, else of what {@code before} says. */
  SpanBuilder here(String name, SpanKind kind, Optional<String> before) {
    return Span.current().getSpanContext().isValid()
        ? tracer.spanBuilder(name).setSpanKind(kind)
        : under(name, kind, before);
  }

  /** Part of what {@code before} says, whatever the thread does. */
  SpanBuilder under(String name, SpanKind kind, Optional<String> before) {
    SpanContext parent = TraceParent.read(before);
    SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(kind);
    return parent.isValid()
        ? builder.setParent(Context.root().with(Span.wrap(parent)))
        : builder.setNoParent();
  }

  /** Part of nothing, with a link to each; empty when none of them is noted. */
  Optional<SpanBuilder> beside(String name, SpanKind kind, List<Optional<String>> those) {
    List<SpanContext> noted =
        those.stream().map(TraceParent::read).filter(SpanContext::isSampled).distinct().toList();
    if (noted.isEmpty()) {
      return Optional.empty();
    }
    SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(kind).setNoParent();
    noted.forEach(builder::addLink);
    return Optional.of(builder);
  }

  /** By which somebody else goes on from it; nothing else goes with it, no baggage. */
  Map<String, String> headersOf(Span span) {
    Map<String, String> headers = new HashMap<>();
    propagator.inject(Context.root().with(span), headers, Map::put);
    return headers;
  }
}
