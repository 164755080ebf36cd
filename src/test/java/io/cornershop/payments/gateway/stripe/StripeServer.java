package io.cornershop.payments.gateway.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.cornershop.payments.gateway.Moved;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Stripe over HTTP on a free port of this machine, and what a network can do to it. */
public final class StripeServer implements AutoCloseable {

  private static final int LAST = 10;
  private static final String GONE_BY = "gone by";

  /** A request as it came. */
  public record Request(String method, String path, String key, Map<String, String> fields) {}

  private final StripeBooks books;
  private final WireMockServer server;
  private int planned;

  private StripeServer(int silences) {
    books = new StripeBooks(silences);
    server =
        new WireMockServer(
            wireMockConfig().bindAddress("127.0.0.1").dynamicPort().extensions(books));
  }

  public static StripeServer start() {
    return start(2);
  }

  /**
   * @param silences how often a request of the card {@code sandbox-timeout} gets no answer
   */
  public static StripeServer start(int silences) {
    StripeServer stripe = new StripeServer(silences);
    stripe.server.start();
    stripe.reset();
    return stripe;
  }

  /** Knows no payment, and answers everything. */
  void reset() {
    server.resetAll();
    books.clear();
    server.stubFor(any(anyUrl()).atPriority(LAST).willReturn(acting()));
  }

  private static ResponseDefinitionBuilder acting() {
    return aResponse().withTransformers(StripeBooks.NAME);
  }

  public String url() {
    return server.baseUrl();
  }

  /** In the order in which they came. */
  public List<Request> requests() {
    return server.getAllServeEvents().reversed().stream().map(StripeServer::request).toList();
  }

  /** What of a trace came along with each, in the same order; empty where nobody told any. */
  public List<Optional<String>> traceparents() {
    return server.getAllServeEvents().reversed().stream()
        .map(event -> Optional.ofNullable(event.getRequest().getHeader("traceparent")))
        .toList();
  }

  private static Request request(ServeEvent event) {
    var request = event.getRequest();
    Map<String, String> fields =
        request.formParameters().values().stream()
            .collect(Collectors.toMap(field -> field.key(), field -> field.firstValue()));
    return new Request(
        request.getMethod().getName(),
        request.getUrl(),
        request.getHeader("Idempotency-Key"),
        fields);
  }

  /** The intent of a payment, when there is one. */
  public Optional<String> intentOf(String payment) {
    return books.intentOf(payment);
  }

  public Moved moved(String reference) {
    return books.moved(reference);
  }

  /** Answers the next request so, whatever it asks for; nothing is done. */
  public void next(int status, String body) {
    next(aResponse().withStatus(status).withBody(body));
  }

  /** The connection of the next request breaks; nothing is done. */
  public void breakNext(Fault fault) {
    next(aResponse().withFault(fault));
  }

  /** Acts on every request from now on, and answers it too late. */
  public void answerAfter(Duration delay) {
    server.stubFor(
        any(anyUrl()).atPriority(2).willReturn(acting().withFixedDelay((int) delay.toMillis())));
  }

  /** Answers every request so from now on; nothing is done. */
  public void answerAlways(int status) {
    server.stubFor(any(anyUrl()).atPriority(2).willReturn(aResponse().withStatus(status)));
  }

  /** Acts and answers from now on; what was is not forgotten. */
  public void heal() {
    server.resetMappings();
    server.stubFor(any(anyUrl()).atPriority(LAST).willReturn(acting()));
  }

  private void next(ResponseDefinitionBuilder answer) {
    planned++;
    server.stubFor(
        any(anyUrl())
            .atPriority(1)
            .inScenario("answer " + planned)
            .whenScenarioStateIs("Started")
            .willSetStateTo(GONE_BY)
            .willReturn(answer));
  }

  @Override
  public void close() {
    server.stop();
  }
}
