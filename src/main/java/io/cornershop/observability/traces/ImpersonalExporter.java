package io.cornershop.observability.traces;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * An exporter that takes from spans, also from those that the server makes, what may say something
 * of a person: who calls from where and with what, what is asked for, and the words of exceptions.
 * What callers write into requests stays here too: the route tells enough of a path. Thread-safe.
 */
record ImpersonalExporter(SpanExporter exporter) implements SpanExporter {

  private static final Set<String> PERSONAL =
      Set.of(
          "user_agent.original",
          "client.address",
          "client.port",
          "network.peer.address",
          "network.peer.port",
          "url.query",
          "exception.message",
          "exception.stacktrace");

  /** Of a request that comes in, in the caller's words; of one that goes out, in ours. */
  private static final Set<String> CALLERS_WORDS =
      Set.of("url.path", "server.address", "server.port");

  private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("url.full");

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    return exporter.export(spans.stream().<SpanData>map(Impersonal::new).toList());
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }

  private static Attributes without(Attributes attributes) {
    AttributesBuilder kept = attributes.toBuilder();
    kept.removeIf(key -> PERSONAL.contains(key.getKey()));
    String address = attributes.get(ADDRESS);
    if (address != null) {
      kept.put(ADDRESS, address.split("\\?", 2)[0]);
    }
    return kept.build();
  }

  /** Without what those before us have written into it for each other. */
  private static SpanContext plain(SpanContext context) {
    if (context.getTraceState().isEmpty()) {
      return context;
    }
    String trace = context.getTraceId();
    String span = context.getSpanId();
    return context.isRemote()
        ? SpanContext.createFromRemoteParent(
            trace, span, context.getTraceFlags(), TraceState.getDefault())
        : SpanContext.create(trace, span, context.getTraceFlags(), TraceState.getDefault());
  }

  private static LinkData plain(LinkData link) {
    return LinkData.create(
        plain(link.getSpanContext()), link.getAttributes(), link.getTotalAttributeCount());
  }

  private static Attributes attributesOf(SpanData span) {
    Attributes kept = without(span.getAttributes());
    return span.getKind() == SpanKind.SERVER
        ? kept.toBuilder().removeIf(key -> CALLERS_WORDS.contains(key.getKey())).build()
        : kept;
  }

  private static final class Impersonal extends DelegatingSpanData {

    private final Attributes attributes;
    private final List<EventData> events;
    private final List<LinkData> links;
    private final SpanContext context;
    private final SpanContext parent;
    private final int taken;

    private Impersonal(SpanData span) {
      super(span);
      this.attributes = attributesOf(span);
      this.taken = span.getAttributes().size() - attributes.size();
      this.events = span.getEvents().stream().map(Impersonal::plain).toList();
      this.links = span.getLinks().stream().map(ImpersonalExporter::plain).toList();
      this.context = ImpersonalExporter.plain(span.getSpanContext());
      this.parent = ImpersonalExporter.plain(span.getParentSpanContext());
    }

    private static EventData plain(EventData event) {
      return EventData.create(
          event.getEpochNanos(), event.getName(), without(event.getAttributes()));
    }

    @Override
    public SpanContext getSpanContext() {
      return context;
    }

    @Override
    public SpanContext getParentSpanContext() {
      return parent;
    }

    @Override
    public List<LinkData> getLinks() {
      return links;
    }

    @Override
    public Attributes getAttributes() {
      return attributes;
    }

    /** Of which nothing was dropped: what is taken was never to be seen. */
    @Override
    public int getTotalAttributeCount() {
      return super.getTotalAttributeCount() - taken;
    }

    @Override
    public List<EventData> getEvents() {
      return events;
    }
  }
}
