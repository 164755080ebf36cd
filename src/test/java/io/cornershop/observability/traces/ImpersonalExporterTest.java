package io.cornershop.observability.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImpersonalExporterTest {

  private final TestSpans noted = new TestSpans();
  private final InMemorySpanExporter sent = InMemorySpanExporter.create();

  @Test
  void nothing_of_a_person_leaves_whoever_has_made_the_span() {
    noted
        .spans
        .under("GET /api/customers", SpanKind.SERVER, Optional.empty())
        .setAttribute("url.path", "/api/customers")
        .setAttribute("url.query", "email=ada@example.org")
        .setAttribute("url.full", "https://sms.example/messages?To=+441234567890")
        .setAttribute("user_agent.original", "Ada's browser")
        .setAttribute("client.address", "192.0.2.7")
        .startSpan()
        .recordException(new IllegalStateException("of ada@example.org"))
        .end();

    new ImpersonalExporter(sent).export(noted.ended());

    SpanData span = sent.getFinishedSpanItems().getFirst();
    assertThat(TestSpans.attributesOf(span))
        .isEqualTo(
            Map.of("url.path", "/api/customers", "url.full", "https://sms.example/messages"));
    assertThat(span.getTotalAttributeCount()).isEqualTo(2);
    assertThat(span.getEvents())
        .extracting(event -> Map.copyOf(event.getAttributes().asMap()).toString())
        .isEqualTo(List.of("{exception.type=java.lang.IllegalStateException}"));
  }
}
