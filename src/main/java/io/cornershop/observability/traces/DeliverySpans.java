package io.cornershop.observability.traces;

import io.cornershop.kernel.Span;
import io.cornershop.notifications.delivery.DeliveryTraces;
import io.cornershop.notifications.ledger.Entry;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Locale;

/** A span for each call of a transport, which says nothing of whom to or what. */
public final class DeliverySpans implements DeliveryTraces {

  private final Spans spans;

  public DeliverySpans(Spans spans) {
    this.spans = spans;
  }

  @Override
  public Span beginSending(Entry entry) {
    return begin("send", entry);
  }

  @Override
  public Span beginAsking(Entry entry) {
    return begin("ask", entry);
  }

  private Span begin(String what, Entry entry) {
    String channel = entry.channel().name().toLowerCase(Locale.ROOT);
    return new NotedSpan(
        spans
            .under(what + " " + channel, SpanKind.CLIENT, entry.cause().traceparent())
            .setAttribute(Attribute.CHANNEL, channel)
            .setAttribute(Attribute.NOTIFICATION_ID, entry.id().value())
            .setAttribute(Attribute.EVENT_TYPE, entry.cause().eventType())
            .setAttribute(Attribute.CORRELATION, entry.cause().correlationId())
            .setAttribute(Attribute.ATTEMPT, (long) entry.progress().attempts())
            .startSpan());
  }
}
