package io.cornershop.notifications.push;

import static io.cornershop.notifications.RecipientFixtures.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.cornershop.json.Json;
import io.cornershop.kernel.ReplayFirewall;
import io.cornershop.kernel.ReplayViolation;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.PushSubscription;
import io.cornershop.notifications.messages.Content;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.notifications.messages.Outcome.NotNow;
import io.cornershop.notifications.messages.Outcome.Refused;
import io.cornershop.notifications.messages.Outcome.Sent;
import io.cornershop.notifications.messages.Outcome.Unknown;
import io.cornershop.notifications.messages.OutgoingMessage;
import io.cornershop.observability.traces.HttpSpans;
import io.cornershop.observability.traces.TestSpans;
import io.cornershop.outbound.HttpTraces;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PushTransportTest {

  /** The pair of RFC 8291's example. */
  private static final VapidKeys KEYS =
      VapidKeys.of(
          "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
          "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-05T07:15:00Z"), ZoneOffset.UTC);
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration IMPATIENT = Duration.ofMillis(500);

  private final WireMockServer service =
      new WireMockServer(
          WireMockConfiguration.wireMockConfig().bindAddress("127.0.0.1").dynamicPort());
  private final PushBrowser browser = new PushBrowser();
  private final TestSpans noted = new TestSpans();
  private PushTransport transport = transport(PATIENT, true);

  private PushTransport transport(Duration timeout, boolean nearbyAllowed) {
    PushSettings settings =
        new PushSettings(
            Optional.of(KEYS), "mailto:shop@example.org", timeout, Duration.ofHours(2));
    HttpTraces traces = new HttpSpans(noted.spans, true);
    return new PushTransport(KEYS, settings, new PushEndpoints(nearbyAllowed), CLOCK, traces);
  }

  @BeforeEach
  void open() {
    service.start();
  }

  @AfterEach
  void close() {
    transport.close();
    service.stop();
  }

  private static OutgoingMessage to(PushSubscription subscription, String text) {
    return new OutgoingMessage(
        new NotificationId("n-1"),
        Channel.PUSH,
        Json.TOLERANT.writeValueAsString(subscription),
        new Content("Delivered", text, Optional.empty()),
        Optional.empty());
  }

  private OutgoingMessage message() {
    return to(browser.subscription(ADA, service.baseUrl() + "/push/1"), "Order \"1\" is there");
  }

  private Outcome delivered(ResponseDefinitionBuilder answer) {
    service.resetMappings();
    service.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(answer));
    return transport.deliver(message());
  }

  private static ResponseDefinitionBuilder status(int status) {
    return WireMock.aResponse().withStatus(status);
  }

  private List<LoggedRequest> requests() {
    return service.getAllServeEvents().stream().map(ServeEvent::getRequest).toList();
  }

  @Test
  void the_browser_can_read_the_message_and_the_push_service_cannot() {
    assertThat(delivered(status(201))).isEqualTo(new Sent(""));

    LoggedRequest request = requests().getFirst();
    assertThat(request.getUrl()).isEqualTo("/push/1");
    assertThat(browser.read(request.getBody()))
        .isEqualTo(
            "{\"id\":\"n-1\",\"title\":\"Delivered\",\"body\":\"Order \\\"1\\\" is there\"}");
    assertThat(request.getBodyAsString()).doesNotContain("Order");
  }

  @Test
  void the_push_service_is_told_how_long_how_urgent_and_which_topic() {
    delivered(status(201));
    delivered(status(201));

    assertThat(requests())
        .allSatisfy(
            request -> {
              assertThat(request.getHeader("TTL")).isEqualTo("7200");
              assertThat(request.getHeader("Urgency")).isEqualTo("normal");
              assertThat(request.getHeader("Content-Encoding")).isEqualTo("aes128gcm");
              assertThat(request.getHeader("Topic"))
                  .isEqualTo(PushLine.topicOf(new NotificationId("n-1")))
                  .matches("[A-Za-z0-9_-]{32}");
            });
  }

  @Test
  void the_push_service_learns_of_no_trace_and_the_trace_of_no_push_service() {
    delivered(status(201));

    assertThat(requests().getFirst().getHeaders().keys()).doesNotContain("traceparent");
    assertThat(TestSpans.attributesOf(noted.only("POST")))
        .isEqualTo(Map.of("http.request.method", "POST", "http.response.status_code", 201L));
  }

  @Test
  void the_push_service_can_check_who_sends() {
    delivered(status(201));

    String[] parts = requests().getFirst().getHeader("Authorization").split("[ =,.]+");
    assertThat(List.of(parts[0], parts[1], parts[5], parts[6]))
        .isEqualTo(List.of("vapid", "t", "k", KEYS.publicText()));
    byte[] point = Base64.getUrlDecoder().decode(parts[6]);
    byte[] signature = Base64.getUrlDecoder().decode(parts[4]);
    assertThat(
            Signatures.isSigned(
                P256.publicKey(point).orElseThrow(), parts[2] + "." + parts[3], signature))
        .isTrue();
    assertThat(text(parts[2])).isEqualTo("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
    assertThat(text(parts[3]))
        .isEqualTo(
            "{\"aud\":\"%s\",\"exp\":%d,\"sub\":\"mailto:shop@example.org\"}",
            service.baseUrl(), CLOCK.instant().plus(Duration.ofHours(12)).getEpochSecond());
  }

  private static String text(String base64) {
    return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void a_subscription_that_is_over_is_gone(int status) {
    assertThat(delivered(status(status)))
        .isEqualTo(new Refused("The push service answers " + status, true));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413})
  void what_the_push_service_refuses_is_refused(int status) {
    assertThat(delivered(status(status)))
        .isEqualTo(new Refused("The push service answers " + status, false));
    assertThat(requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 401, 402, 403, 405, 407, 408, 409, 415, 421, 425})
  void what_the_push_service_has_against_us_waits_until_somebody_mends_it(int status) {
    assertThat(delivered(status(status).withHeader("Location", service.baseUrl() + "/other")))
        .isEqualTo(NotNow.ofOne("The push service answers " + status, Optional.empty()));
    assertThat(requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void it_comes_again_when_the_push_service_asks_for_it(int status) {
    assertThat(delivered(status(status).withHeader("Retry-After", "90")))
        .isEqualTo(
            NotNow.ofOne(
                "The push service answers " + status, Optional.of(Duration.ofSeconds(90))));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void an_answer_that_tells_nothing_leaves_it_unknown(int status) {
    assertThat(delivered(status(status)))
        .isEqualTo(new Unknown("The push service answers " + status));
    assertThat(requests()).hasSize(1);
  }

  @Test
  void no_answer_leaves_it_unknown() {
    transport.close();
    transport = transport(IMPATIENT, true);
    Unknown unknown = new Unknown("The push service gives no answer");
    assertThat(delivered(status(201).withFixedDelay(1_500))).isEqualTo(unknown);
    assertThat(delivered(WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE))).isEqualTo(unknown);
  }

  @Test
  void an_answer_without_end_leaves_it_unknown() {
    transport.close();
    transport = transport(IMPATIENT, true);
    assertThat(delivered(status(201).withBody("x".repeat(100)).withChunkedDribbleDelay(100, 5_000)))
        .isInstanceOf(Unknown.class);
  }

  @Test
  void it_comes_again_when_nobody_is_there() {
    OutgoingMessage message = message();
    service.stop();

    assertThat(transport.deliver(message))
        .isEqualTo(new NotNow("There is no connection", Optional.empty()));
  }

  @Test
  void machines_nearby_are_never_asked_by_the_wish_of_a_customer() {
    service.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(status(201)));
    try (PushTransport strict = transport(PATIENT, false)) {
      assertThat(strict.deliver(message()))
          .isEqualTo(
              NotNow.ofOne("The settings allow no push service of this address", Optional.empty()));
      assertThat(strict.deliver(to(browser.subscription(ADA, "https://localhost/1"), "text")))
          .isEqualTo(
              NotNow.ofOne("The settings allow no push service of this address", Optional.empty()));
    }
    assertThat(requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ada@example.org", "{}", "{\"id\": \"1\", \"endpoint\": null}"})
  void an_address_that_is_no_subscription_is_refused(String address) {
    OutgoingMessage message =
        new OutgoingMessage(
            new NotificationId("n-1"),
            Channel.PUSH,
            address,
            new Content("", "", Optional.empty()),
            Optional.empty());

    assertThat(transport.deliver(message))
        .isEqualTo(new Refused("There is no subscription to read", true));
  }

  @Test
  void a_subscription_that_cannot_be_read_any_more_is_refused() {
    PushSubscription erased = new PushSubscription("id", "[erased]", "[erased]", "[erased]");

    assertThat(transport.deliver(to(erased, "text")))
        .isEqualTo(new Refused("There is no subscription to read", true));
  }

  @Test
  void a_text_that_no_push_service_takes_is_refused() {
    PushSubscription here = browser.subscription(ADA, service.baseUrl() + "/push/1");

    assertThat(transport.deliver(to(here, "é".repeat(2_000))))
        .isEqualTo(new Refused("The text is too long for a push message", false));
  }

  @Test
  void a_push_service_cannot_be_asked() {
    assertThat(transport.ask(message())).isEqualTo(new Unknown("A push service cannot be asked"));
  }

  @Test
  void nothing_is_sent_on_a_thread_that_replays() {
    OutgoingMessage message = message();
    assertThatThrownBy(() -> ReplayFirewall.during("a test", () -> transport.deliver(message)))
        .isInstanceOf(ReplayViolation.class);
    assertThat(requests()).isEmpty();
  }
}
