package io.cornershop.observability.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Spans on the SDK that the server has too, kept in memory when they end. Thread-safe. */
public final class TestSpans {

  /** Somebody outside, who wants to be seen. */
  public static final String CALLER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  /** The same who does not. */
  public static final String UNSEEN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

  private final InMemorySpanExporter ended = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .setSampler(Sampler.parentBased(Sampler.alwaysOn()))
                  .addSpanProcessor(SimpleSpanProcessor.create(ended))
                  .build())
          .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
          .build();
  public final Spans spans = new Spans(sdk);

  /** Does something as part of a span of this name, as the server does a request. */
  public String during(String name, Runnable work) {
    Span span = sdk.getTracer("tests").spanBuilder(name).setNoParent().startSpan();
    try (Scope here = span.makeCurrent()) {
      work.run();
    } finally {
      span.end();
    }
    return TraceParent.write(span.getSpanContext());
  }

  /** Does something as part of what this {@code traceparent} says. */
  public void under(String traceparent, Runnable work) {
    SpanContext context = TraceParent.read(Optional.of(traceparent));
    try (Scope here = Span.wrap(context).makeCurrent()) {
      work.run();
    }
  }

  /** Those that have ended, in this order. */
  public List<SpanData> ended() {
    return ended.getFinishedSpanItems();
  }

  public List<String> names() {
    return ended().stream().map(SpanData::getName).toList();
  }

  /** The one of this name. */
  public SpanData only(String name) {
    List<SpanData> found = ended().stream().filter(span -> span.getName().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError("Not one " + name + " in " + names());
    }
    return found.getFirst();
  }

  public static String contextOf(SpanData span) {
    return TraceParent.write(span.getSpanContext());
  }

  /** The context of its parent; empty for a root. */
  public static Optional<String> parentOf(SpanData span) {
    return Optional.of(span.getParentSpanContext())
        .filter(context -> context.isValid())
        .map(TraceParent::write);
  }

  public static List<String> linksOf(SpanData span) {
    return span.getLinks().stream().map(LinkData::getSpanContext).map(TraceParent::write).toList();
  }

  /** What it says, by the conventions' names. */
  public static Map<String, Object> attributesOf(SpanData span) {
    return span.getAttributes().asMap().entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().getKey(), Map.Entry::getValue));
  }
}
