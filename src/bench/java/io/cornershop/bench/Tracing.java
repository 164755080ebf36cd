package io.cornershop.bench;

import io.cornershop.eventing.commands.CommandTraces;
import io.cornershop.eventing.consuming.ConsumingTraces;
import io.cornershop.eventing.publishing.PublishingTraces;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.observability.traces.CommandSpans;
import io.cornershop.observability.traces.ConsumingSpans;
import io.cornershop.observability.traces.PublishingSpans;
import io.cornershop.observability.traces.Spans;
import io.cornershop.observability.traces.TracedStore;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.function.UnaryOperator;

/** Who notes an event's way: nobody, or the platform's spans, all of them sampled. */
record Tracing(
    CommandTraces commands,
    PublishingTraces sending,
    ConsumingTraces handling,
    UnaryOperator<EventStore> storing) {

  static final Tracing NONE =
      new Tracing(
          CommandTraces.NONE,
          PublishingTraces.NONE,
          ConsumingTraces.NONE,
          UnaryOperator.identity());

  /** Spans that are queued and given to somebody who throws them away. */
  static Tracing spans() {
    BatchSpanProcessor queue = BatchSpanProcessor.builder(new Thrown()).build();
    Spans spans =
        new Spans(
            OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder().addSpanProcessor(queue).build())
                .build());
    return new Tracing(
        new CommandSpans(spans),
        new PublishingSpans(spans),
        new ConsumingSpans(spans),
        store -> new TracedStore(store, spans, "bench"));
  }

  private record Thrown() implements SpanExporter {

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
