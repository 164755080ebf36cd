package io.cornershop.observability.traces;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Optional;

/** A span of OpenTelemetry in our words. Thread-safe. */
record NotedSpan(Span span) implements io.cornershop.kernel.Span {

  private static final String STUMBLED = "attempt failed";

  @Override
  public Optional<String> context() {
    return Optional.of(span.getSpanContext())
        .filter(context -> context.isValid())
        .map(TraceParent::write);
  }

  @Override
  public Present enter() {
    return span.makeCurrent()::close;
  }

  @Override
  public void stumbled(String kind) {
    span.addEvent(STUMBLED, Attributes.of(Attribute.ERROR_TYPE, kind));
  }

  @Override
  public void told(String outcome) {
    span.setAttribute(Attribute.OUTCOME, outcome);
  }

  @Override
  public void failed(String kind) {
    span.setAttribute(Attribute.ERROR_TYPE, kind);
    span.setStatus(StatusCode.ERROR);
  }

  @Override
  public void end() {
    span.end();
  }
}
