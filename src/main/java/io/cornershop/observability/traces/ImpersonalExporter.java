package io.cornershop.observability.traces;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * An exporter that takes from spans, also from those that the server makes, what may say something
 * of a person: who calls from where and with what, what is asked for, and the words of exceptions.
 * Thread-safe.
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

  private static final class Impersonal extends DelegatingSpanData {

    private final Attributes attributes;
    private final List<EventData> events;
    private final int taken;

    private Impersonal(SpanData span) {
      super(span);
      this.attributes = without(span.getAttributes());
      this.taken = span.getAttributes().size() - attributes.size();
      this.events = span.getEvents().stream().map(Impersonal::plain).toList();
    }

    private static EventData plain(EventData event) {
      return EventData.create(
          event.getEpochNanos(), event.getName(), without(event.getAttributes()));
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
