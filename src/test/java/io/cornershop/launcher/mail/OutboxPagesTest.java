package io.cornershop.launcher.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.json.Json;
import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.PushSubscription;
import io.cornershop.notifications.RecipientFixtures;
import io.cornershop.notifications.messages.Content;
import io.cornershop.notifications.messages.Outcome.Sent;
import io.cornershop.notifications.messages.OutgoingMessage;
import io.cornershop.notifications.push.PushEndpoints;
import io.cornershop.notifications.push.PushSettings;
import io.cornershop.notifications.push.PushTransport;
import io.cornershop.notifications.push.VapidKeys;
import io.cornershop.outbound.HttpTraces;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutboxPagesTest {

  private static final String MESSAGES = "/sms/2010-04-01/Accounts/local/Messages.json";
  private static final VapidKeys KEYS =
      VapidKeys.of(
          "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
          "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");

  private final HttpClient client = HttpClient.newHttpClient();
  private EmbeddedInbox inbox;

  @BeforeEach
  void start() throws IOException {
    inbox = EmbeddedInbox.start(0, 0);
  }

  @AfterEach
  void stop() {
    client.close();
    inbox.close();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + inbox.pagePort() + path;
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private JsonNode shown(String path) throws IOException, InterruptedException {
    return Json.TOLERANT.readTree(send(HttpRequest.newBuilder(URI.create(url(path)))).body());
  }

  private HttpResponse<String> text(String form) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url(MESSAGES))).POST(BodyPublishers.ofString(form)));
  }

  @Test
  void an_sms_is_shown_and_found_by_its_number() throws IOException, InterruptedException {
    HttpResponse<String> answer = text("To=%2B49301234567&From=Shop&Body=On+its+way%3A+%C3%A9");
    text("To=%2B15550100&From=Shop&Body=other");

    String sid = Json.TOLERANT.readTree(answer.body()).path("sid").asString();
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(shown("/api/outbox?to=%2B49301234567").toString())
        .isEqualTo(
            "{\"items\":[{\"id\":\"%s\",\"channel\":\"SMS\",\"to\":\"+49301234567\",\"text\":\"On its way: é\"}]}",
            sid);
    assertThat(shown(MESSAGES + "?To=%2B49301234567&PageSize=50").at("/messages/0/sid").asString())
        .isEqualTo(sid);
    assertThat(shown("/api/outbox").path("items")).hasSize(2);
  }

  @Test
  void what_is_no_number_is_refused_as_twilio_does() throws IOException, InterruptedException {
    HttpResponse<String> answer = text("To=Ada&From=Shop&Body=text");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("21211");
    assertThat(shown("/api/outbox").path("items")).isEmpty();
  }

  @Test
  void a_push_message_is_taken_as_a_push_service_does() throws IOException, InterruptedException {
    PushSettings settings =
        new PushSettings(
            Optional.of(KEYS), "mailto:a@b.example", Duration.ofSeconds(30), Duration.ofHours(1));
    PushSubscription browser =
        PushSubscription.of(
            new CustomerId("ada"),
            url("/push/ada"),
            RecipientFixtures.PHONE.p256dh(),
            RecipientFixtures.PHONE.auth());
    try (PushTransport transport =
        new PushTransport(
            KEYS, settings, new PushEndpoints(true), Clock.systemUTC(), HttpTraces.NONE)) {
      assertThat(transport.deliver(message(browser))).isEqualTo(new Sent(""));
    }

    JsonNode item = shown("/api/outbox?to=/push/ada").at("/items/0");
    assertThat(item.path("channel").asString()).isEqualTo("PUSH");
    assertThat(item.path("text").asString()).matches("\\d+ encrypted bytes, topic \\S{32}");
  }

  private static OutgoingMessage message(PushSubscription browser) {
    return new OutgoingMessage(
        new NotificationId("n-1"),
        Channel.PUSH,
        Json.TOLERANT.writeValueAsString(browser),
        new Content("Delivered", "It is there", Optional.empty()),
        Optional.empty());
  }
}
