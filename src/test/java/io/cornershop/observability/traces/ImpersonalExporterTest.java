package io.cornershop.observability.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImpersonalExporterTest {

  private static final TraceState NONE = TraceState.getDefault();

  private final TestSpans noted = new TestSpans();
  private final InMemorySpanExporter sent = InMemorySpanExporter.create();

  @Test
  void nothing_of_a_person_leaves_whoever_has_made_the_span() {
    noted
        .spans
        .under("GET /api/customers", SpanKind.SERVER, Optional.empty())
        .setAttribute("http.route", "/api/customers/{id}")
        .setAttribute("url.path", "/api/customers/ada@example.org;by=ada")
        .setAttribute("server.address", "ada.example.org")
        .setAttribute("server.port", 80L)
        .setAttribute("url.query", "email=ada@example.org")
        .setAttribute("url.scheme", "ada@example.org")
        .setAttribute("http.request.method", "POST")
        .setAttribute("http.request.method_original", "ADA")
        .setAttribute("http.request.header.x-name", "Ada")
        .setAttribute("user_agent.original", "Ada's browser")
        .setAttribute("client.address", "192.0.2.7")
        .startSpan()
        .recordException(new IllegalStateException("of ada@example.org"))
        .end();

    new ImpersonalExporter(sent).export(noted.ended());

    SpanData span = sent.getFinishedSpanItems().getFirst();
    assertThat(TestSpans.attributesOf(span))
        .isEqualTo(Map.of("http.route", "/api/customers/{id}", "http.request.method", "POST"));
    assertThat(span.getTotalAttributeCount()).isEqualTo(2);
    assertThat(span.getEvents())
        .extracting(event -> Map.copyOf(event.getAttributes().asMap()).toString())
        .isEqualTo(List.of("{exception.type=java.lang.IllegalStateException}"));
  }

  @Test
  void a_scheme_that_there_is_stays() {
    noted
        .spans
        .under("GET", SpanKind.SERVER, Optional.empty())
        .setAttribute("url.scheme", "https")
        .startSpan()
        .end();

    new ImpersonalExporter(sent).export(noted.ended());

    assertThat(TestSpans.attributesOf(sent.getFinishedSpanItems().getFirst()))
        .isEqualTo(Map.of("url.scheme", "https"));
  }

  @Test
  void whom_we_ask_is_told_and_not_for_what() {
    noted
        .spans
        .under("ask", SpanKind.CLIENT, Optional.empty())
        .setAttribute("server.address", "sms.example")
        .setAttribute("url.full", "https://sms.example/messages?To=+441234567890")
        .startSpan()
        .end();

    new ImpersonalExporter(sent).export(noted.ended());

    assertThat(TestSpans.attributesOf(sent.getFinishedSpanItems().getFirst()))
        .isEqualTo(
            Map.of("server.address", "sms.example", "url.full", "https://sms.example/messages"));
  }

  @Test
  void a_callers_state_of_the_trace_is_not_sent_but_its_ids_are() {
    SpanContext caller =
        SpanContext.createFromRemoteParent(
            "4bf92f3577b34da6a3ce929d0e0e4736",
            "00f067aa0ba902b7",
            TraceFlags.getSampled(),
            TraceState.builder().put("vendor", "ada").build());
    noted
        .spans
        .under("GET", SpanKind.SERVER, Optional.empty())
        .setParent(Context.root().with(Span.wrap(caller)))
        .addLink(caller)
        .startSpan()
        .end();
    SpanData made = noted.ended().getFirst();

    new ImpersonalExporter(sent).export(List.of(made));

    SpanContext plain =
        SpanContext.createFromRemoteParent(
            caller.getTraceId(), caller.getSpanId(), caller.getTraceFlags(), NONE);
    SpanData span = sent.getFinishedSpanItems().getFirst();
    assertThat(made.getSpanContext().getTraceState()).isNotEqualTo(NONE);
    assertThat(span.getSpanContext())
        .isEqualTo(
            SpanContext.create(made.getTraceId(), made.getSpanId(), caller.getTraceFlags(), NONE));
    assertThat(span.getParentSpanContext()).isEqualTo(plain);
    assertThat(span.getLinks()).isEqualTo(List.of(LinkData.create(plain)));
  }
}
