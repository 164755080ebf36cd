package io.cornershop.observability.traces;

import static io.cornershop.observability.traces.TestSpans.attributesOf;
import static io.cornershop.observability.traces.TestSpans.contextOf;
import static io.cornershop.observability.traces.TestSpans.parentOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.cornershop.outbound.HttpCall;
import io.cornershop.outbound.HttpCall.Target;
import io.cornershop.outbound.HttpTraces.HttpSpan;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests to others, as spans and as these others see them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HttpSpansTest {

  private static final String CAPTURE = "/intents/{intent}/capture";

  private final TestSpans noted = new TestSpans();
  private final HttpSpans told = new HttpSpans(noted.spans, true);
  private final List<Headers> received = new CopyOnWriteArrayList<>();
  private HttpServer provider;

  @BeforeEach
  void open() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext(
        "/",
        exchange -> {
          received.add(exchange.getRequestHeaders());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    provider.start();
  }

  @AfterEach
  void close() {
    provider.stop(0);
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/v1");
  }

  private HttpCall capture(int resends) {
    return new HttpCall("POST", Optional.of(new Target(base(), CAPTURE)), resends);
  }

  private void ask(HttpSpans spans, HttpCall call) {
    HttpSpan span = spans.begin(call);
    HttpRequest.Builder request = HttpRequest.newBuilder(base()).method(call.method(), body());
    span.headers().forEach(request::header);
    try (HttpClient client = HttpClient.newHttpClient()) {
      span.answered(client.send(request.build(), BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.BodyPublisher body() {
    return HttpRequest.BodyPublishers.ofString("amount=1890");
  }

  @Test
  void whom_the_shop_asks_learns_of_what_the_work_is_a_part_and_ids_have_names() {
    String payment = noted.during("payment", () -> ask(told, capture(0)));

    SpanData span = noted.only("POST /v1" + CAPTURE);
    assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(parentOf(span)).contains(payment);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(attributesOf(span))
        .isEqualTo(
            Map.of(
                "http.request.method",
                "POST",
                "server.address",
                "127.0.0.1",
                "server.port",
                (long) provider.getAddress().getPort(),
                "url.full",
                base() + CAPTURE,
                "http.response.status_code",
                204L));
    assertThat(received.getFirst().get("traceparent")).containsExactly(contextOf(span));
  }

  @Test
  void nothing_else_of_a_caller_goes_along() {
    try (Scope here = Baggage.builder().put("user", "ada").build().makeCurrent()) {
      ask(told, capture(0));
    }

    assertThat(received.getFirst()).doesNotContainKeys("Baggage", "Tracestate");
  }

  @Test
  void one_that_is_not_to_be_seen_is_not_and_says_so() {
    noted.under(TestSpans.UNSEEN, () -> ask(told, capture(0)));

    assertThat(noted.ended()).isEmpty();
    assertThat(received.getFirst().getFirst("traceparent"))
        .startsWith(TestSpans.UNSEEN.substring(0, 36))
        .endsWith("-00");
  }

  @Test
  void nobody_is_told_who_is_not_to_be_told() {
    ask(new HttpSpans(noted.spans, false), capture(0));

    assertThat(noted.names()).containsExactly("POST /v1" + CAPTURE);
    assertThat(received.getFirst()).doesNotContainKey("Traceparent");
  }

  @Test
  void a_stranger_is_neither_told_nor_named() {
    ask(told, HttpCall.toStranger("POST"));

    assertThat(attributesOf(noted.only("POST")))
        .isEqualTo(Map.of("http.request.method", "POST", "http.response.status_code", 204L));
    assertThat(received.getFirst()).doesNotContainKey("Traceparent");
  }

  @Test
  void a_repeat_says_which_it_is() {
    ask(told, capture(2));

    assertThat(attributesOf(noted.ended().getFirst()))
        .containsEntry("http.request.resend_count", 2L);
  }

  @ParameterizedTest
  @CsvSource({"302, ''", "400, 400", "402, ''", "404, 404", "410, ''", "503, 503"})
  void an_error_is_an_error_and_a_refusal_of_whoever_is_to_pay_or_listen_an_answer(
      int status, String error) {
    told.begin(capture(0)).answered(status);

    SpanData span = noted.ended().getFirst();
    assertThat(span.getStatus().getStatusCode())
        .isEqualTo(error.isEmpty() ? StatusCode.UNSET : StatusCode.ERROR);
    assertThat(attributesOf(span).getOrDefault("error.type", "")).isEqualTo(error);
  }

  @Test
  void no_answer_is_an_error_by_its_cause_and_without_its_words() {
    told.begin(capture(0))
        .failed(new ProcessingException("to pi_1", new ConnectException("to 10.0.0.1")));

    SpanData span = noted.ended().getFirst();
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(attributesOf(span))
        .containsEntry("error.type", "java.net.ConnectException")
        .doesNotContainKey("http.response.status_code");
    assertThat(span.toString()).doesNotContain("pi_1", "10.0.0.1");
  }

  @Test
  void secrets_in_the_address_of_a_provider_stay_here_and_its_port_is_the_usual_one() {
    URI base = URI.create("https://ada:secret@provider.example");
    told.begin(new HttpCall("GET", Optional.of(new Target(base, "/intents")), 0)).answered(200);

    assertThat(attributesOf(noted.only("GET /intents")))
        .containsEntry("url.full", "https://provider.example/intents")
        .containsEntry("server.port", 443L);
  }
}
