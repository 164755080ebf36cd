package io.cornershop.launcher.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.email.MailSettings;
import io.cornershop.notifications.email.SmtpTransport;
import io.cornershop.notifications.messages.Content;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.notifications.messages.OutgoingMessage;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedInboxTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Content CONTENT =
      new Content("Hé <b>", "Plain é", Optional.of("<p>Hello é</p><script>alert(1)</script>"));

  private EmbeddedInbox inbox;
  private SmtpTransport transport;

  @BeforeEach
  void start() throws IOException {
    inbox = EmbeddedInbox.start(0, 0);
    transport =
        new SmtpTransport(
            new MailSettings(
                new MailSettings.Place("127.0.0.1", inbox.smtpPort()),
                MailSettings.Tls.NONE,
                Optional.empty(),
                "shop@shop.example",
                Duration.ofSeconds(30)),
            Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    transport.close();
    inbox.close();
  }

  @Test
  void a_mail_can_be_read_by_programs() throws IOException, InterruptedException {
    send("1", "ada@shop.example", CONTENT);
    send("2", "bob@shop.example", CONTENT);

    JsonNode found = json("/api/messages?to=ada%40shop.example").get("items");
    assertThat(found).hasSize(1);
    JsonNode mail = json("/api/messages/" + found.get(0).get("id").asLong());
    assertThat(mail).isEqualTo(found.get(0));
    assertThat(mail.get("to").asString()).isEqualTo("ada@shop.example");
    assertThat(mail.get("subject").asString()).isEqualTo("Hé <b>");
    assertThat(mail.get("text").asString().strip()).isEqualTo("Plain é");
    assertThat(mail.get("html").asString().strip()).isEqualTo(CONTENT.html().orElseThrow());
    assertThat(mail.get("headers").valueStream().map(JsonNode::asString))
        .contains("Message-ID: <n-1-n@shop.example>", "Subject: Hé <b>")
        .noneMatch(header -> header.contains("null"));
    assertThat(json("/api/messages?limit=1").get("items")).hasSize(1);
  }

  @Test
  void a_mail_can_be_read_by_people_and_does_no_harm() throws IOException, InterruptedException {
    send("1", "ada@shop.example", CONTENT);

    assertThat(get("/").body()).contains("ada@shop.example", "Hé &lt;b&gt;").doesNotContain("<b>");
    assertThat(get("/messages/1").body())
        .contains("<iframe sandbox=", "Plain é", "Hé &lt;b&gt;")
        .doesNotContain("<script>");
    HttpResponse<String> html = get("/messages/1/html");
    assertThat(html.body().strip()).isEqualTo(CONTENT.html().orElseThrow());
    assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "sandbox")
        .doesNotContain("allow-scripts");
  }

  @Test
  void it_can_be_emptied() throws IOException, InterruptedException {
    send("1", "ada@shop.example", CONTENT);

    assertThat(status("DELETE", "/api/messages")).isEqualTo(204);
    assertThat(json("/api/messages").get("items")).isEmpty();
    assertThat(get("/").body()).contains("No mail has come yet.");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /messages/7, 404",
    "GET, /api/messages/7, 404",
    "GET, /elsewhere, 404",
    "DELETE, /messages/1, 404",
    "POST, /api/messages, 405"
  })
  void what_is_not_there_is_said(String method, String path, int status)
      throws IOException, InterruptedException {
    assertThat(status(method, path)).isEqualTo(status);
  }

  @Test
  void a_page_from_elsewhere_that_took_our_address_reads_nothing() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", inbox.pagePort())) {
      String request =
          "GET /api/messages HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void a_mail_that_is_too_large_is_refused() {
    Content large =
        new Content("Hi", "x".repeat(EmbeddedInbox.MOST_BYTES_OF_ONE), Optional.empty());

    assertThat(deliver("1", "ada@shop.example", large)).isInstanceOf(Outcome.Refused.class);
  }

  private void send(String id, String to, Content content) {
    assertThat(deliver(id, to, content)).isInstanceOf(Outcome.Sent.class);
  }

  private Outcome deliver(String id, String to, Content content) {
    return transport.deliver(
        new OutgoingMessage(new NotificationId(id), Channel.EMAIL, to, content, Optional.empty()));
  }

  private JsonNode json(String path) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(get(path).body());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private int status(String method, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + inbox.pagePort() + path);
  }
}
