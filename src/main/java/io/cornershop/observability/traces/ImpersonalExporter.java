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
 * Of a request that comes in only what is known to be the server's words goes out, for the rest may
 * be the caller's: the route tells enough of a path. Thread-safe.
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

  /** Of a request that comes in, what no caller words. */
  private static final Set<String> SERVERS_WORDS =
      Set.of(
          "http.request.method",
          "http.response.status_code",
          "http.route",
          "error.type",
          "network.protocol.version");

  /** A header may say it, whoever sends it; of what there is, it may choose. */
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private static final AttributeKey<String> SCHEME = AttributeKey.stringKey("url.scheme");

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
    Attributes all = span.getAttributes();
    return span.getKind() == SpanKind.SERVER ? ofServer(all) : without(all);
  }

  private static Attributes ofServer(Attributes all) {
    AttributesBuilder kept = all.toBuilder();
    kept.removeIf(key -> !SERVERS_WORDS.contains(key.getKey()));
    String scheme = all.get(SCHEME);
    if (scheme != null && SCHEMES.contains(scheme)) {
      kept.put(SCHEME, scheme);
    }
    return kept.build();
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
