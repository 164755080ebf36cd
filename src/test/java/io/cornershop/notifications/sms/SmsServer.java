package io.cornershop.notifications.sms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An SMS provider of Twilio's shape on a free port of this machine, which answers as it is told.
 */
public final class SmsServer implements AutoCloseable {

  static final String SID = "SM0123456789abcdef0123456789abcdef";
  static final String QUEUED =
      "{\"sid\": \"%s\", \"status\": \"queued\", \"error_code\": null}".formatted(SID);

  /** A request as it came. */
  record Request(String method, String url, String authorization, Map<String, String> fields) {}

  private final WireMockServer server =
      new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());

  public static SmsServer start() {
    SmsServer sms = new SmsServer();
    sms.server.start();
    return sms;
  }

  String url() {
    return server.baseUrl();
  }

  void answer(int status, String body) {
    answer(aResponse().withStatus(status).withBody(body));
  }

  void answer(int status, String body, String retryAfter) {
    answer(aResponse().withStatus(status).withBody(body).withHeader("Retry-After", retryAfter));
  }

  void answerAfter(Duration delay, String body) {
    answer(aResponse().withStatus(201).withBody(body).withFixedDelay((int) delay.toMillis()));
  }

  void breakOff() {
    answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
  }

  private void answer(ResponseDefinitionBuilder answer) {
    server.resetMappings();
    server.stubFor(any(anyUrl()).willReturn(answer));
  }

  /** In the order in which they came. */
  List<Request> requests() {
    return server.getAllServeEvents().reversed().stream()
        .map(ServeEvent::getRequest)
        .map(SmsServer::request)
        .toList();
  }

  private static Request request(LoggedRequest request) {
    Map<String, String> fields =
        request.formParameters().values().stream()
            .collect(Collectors.toMap(field -> field.key(), field -> field.firstValue()));
    return new Request(
        request.getMethod().getName(),
        request.getUrl(),
        Optional.ofNullable(request.getHeader("Authorization")).orElse(""),
        fields);
  }

  @Override
  public void close() {
    server.stop();
  }
}
