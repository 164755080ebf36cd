package io.cornershop.notifications.email;

import static io.cornershop.notifications.email.MailFixtures.PATIENT;
import static io.cornershop.notifications.email.MailFixtures.SHORT;
import static io.cornershop.notifications.email.MailFixtures.mail;
import static io.cornershop.notifications.email.MailFixtures.settings;
import static io.cornershop.notifications.email.MailFixtures.transport;
import static io.cornershop.notifications.email.ScriptedSmtpServer.CHATTER;
import static io.cornershop.notifications.email.ScriptedSmtpServer.DIE;
import static io.cornershop.notifications.email.ScriptedSmtpServer.HANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.ReplayFirewall;
import io.cornershop.kernel.ReplayViolation;
import io.cornershop.notifications.email.MailSettings.Tls;
import io.cornershop.notifications.email.ScriptedSmtpServer.Step;
import io.cornershop.notifications.messages.Content;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.testing.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SmtpTransportTest {

  private static final Outcome SENT = new Outcome.Sent("<n-4711-n@shop.example>");
  private static final Outcome UNKNOWN =
      new Outcome.Unknown("no answer to the message, which the mail server may have");

  private ScriptedSmtpServer server;

  @BeforeEach
  void start() throws IOException {
    server = ScriptedSmtpServer.plain();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private Outcome deliver(Duration timeout) {
    try (SmtpTransport transport = transport(settings(server.port(), Tls.NONE, timeout))) {
      return transport.deliver(mail("ada@shop.example"));
    }
  }

  @Test
  void what_the_server_takes_is_sent() {
    assertThat(deliver(PATIENT)).isEqualTo(SENT);
    assertThat(server.messages()).hasSize(1);
    assertThat(server.commands())
        .contains("MAIL FROM:<shop@shop.example>", "RCPT TO:<ada@shop.example>");
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA"})
  void a_server_that_dies_before_the_end_of_the_message_has_nothing(Step step) {
    server.at(step, DIE);

    assertThat(deliver(PATIENT)).isInstanceOf(Outcome.NotNow.class);
    assertThat(server.messages()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA"})
  void a_server_that_hangs_before_the_end_of_the_message_has_nothing(Step step) {
    server.at(step, HANG);

    assertThat(deliver(SHORT)).isInstanceOf(Outcome.NotNow.class);
    assertThat(server.messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {DIE, HANG, CHATTER, "nonsense", "200 what", "350 what"})
  void whoever_does_not_answer_the_end_may_have_the_message(String reply) {
    server.at(Step.END, reply);

    assertThat(deliver(SHORT)).isEqualTo(UNKNOWN);
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void a_server_that_dies_within_a_message_has_nothing() {
    server.at(Step.BODY, DIE);
    Content content = new Content("Hi", ("x".repeat(900) + "\n").repeat(10_000), Optional.empty());

    try (SmtpTransport transport = transport(settings(server.port(), Tls.NONE, PATIENT))) {
      assertThat(transport.deliver(mail("ada@shop.example", content)))
          .isEqualTo(later("the connection broke before the message was sent"));
    }
    assertThat(server.messages()).isEmpty();
  }

  @Test
  void an_idle_connection_is_closed() {
    MailSettings settings = settings(server.port(), Tls.NONE, PATIENT);
    SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (SmtpTransport transport =
        new SmtpTransport(settings, MailFixtures.CLOCK, tls, Duration.ofMillis(50))) {
      assertThat(transport.deliver(mail("ada@shop.example"))).isEqualTo(SENT);
      Await.holds("no connection is open", () -> server.openConnections() == 0);
    }
  }

  @Test
  void a_server_that_talks_without_end_is_left() {
    server.at(Step.MAIL, CHATTER);

    assertThat(deliver(SHORT)).isInstanceOf(Outcome.NotNow.class);
  }

  @Test
  void a_server_that_is_not_there_gets_it_later() throws IOException {
    server.close();

    assertThat(deliver(PATIENT))
        .isEqualTo(later("no connection to the mail server: ConnectException"));
  }

  @Test
  void one_connection_serves_many_messages() {
    try (SmtpTransport transport = transport(settings(server.port(), Tls.NONE, PATIENT))) {
      for (int i = 0; i < 20; i++) {
        assertThat(transport.deliver(mail("ada@shop.example"))).isEqualTo(SENT);
      }
    }
    assertThat(server.messages()).hasSize(20);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void a_refused_recipient_does_not_harm_the_next_message() {
    try (SmtpTransport transport = transport(settings(server.port(), Tls.NONE, PATIENT))) {
      server.at(Step.RCPT, "550 5.1.1 nobody");
      assertThat(transport.deliver(mail("ada@shop.example"))).isInstanceOf(Outcome.Refused.class);
      server.at(Step.RCPT, "250 ok");
      assertThat(transport.deliver(mail("bob@shop.example"))).isEqualTo(SENT);
    }
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void a_connection_that_died_while_idle_is_replaced_before_anything_is_sent() throws IOException {
    try (SmtpTransport transport = transport(settings(server.port(), Tls.NONE, PATIENT))) {
      assertThat(transport.deliver(mail("ada@shop.example"))).isEqualTo(SENT);
      server.dropConnections();
      assertThat(transport.deliver(mail("ada@shop.example"))).isEqualTo(SENT);
    }
    assertThat(server.messages()).hasSize(2);
    assertThat(server.connections()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada",
        "",
        "ada@",
        "@shop.example",
        "ada@shop.example\r\nRCPT TO:<all@shop.example>",
        "ada@shop.example, bob@shop.example",
        "ada@shop.example> SIZE=1",
        "Ada <ada@shop.example>",
        "a b@shop.example",
        "ada@shop..example",
        "ada\u0000@shop.example",
        "é@shop.example"
      })
  void what_is_no_address_never_reaches_the_server(String address) {
    try (SmtpTransport transport = transport(settings(server.port(), Tls.NONE, PATIENT))) {
      assertThat(transport.deliver(mail(address)))
          .isEqualTo(new Outcome.Refused("not an address that a mail server takes", true));
    }
    assertThat(server.connections()).isZero();
  }

  @Test
  void a_domain_with_accents_is_written_in_ascii() {
    try (SmtpTransport transport = transport(settings(server.port(), Tls.NONE, PATIENT))) {
      assertThat(transport.deliver(mail("ada@café.example"))).isEqualTo(SENT);
    }
    assertThat(server.commands()).contains("RCPT TO:<ada@xn--caf-dma.example>");
  }

  @Test
  void a_mail_server_cannot_be_asked() {
    try (SmtpTransport transport = transport(settings(server.port(), Tls.NONE, PATIENT))) {
      assertThat(transport.ask(mail("ada@shop.example")))
          .isEqualTo(new Outcome.Unknown("a mail server cannot be asked"));
    }
    assertThat(server.connections()).isZero();
  }

  @Test
  void a_replay_sends_nothing() {
    try (SmtpTransport transport = transport(settings(server.port(), Tls.NONE, PATIENT))) {
      List.<Runnable>of(
              () -> transport.deliver(mail("ada@shop.example")),
              () -> transport.ask(mail("ada@shop.example")))
          .forEach(
              call ->
                  assertThatThrownBy(() -> ReplayFirewall.during("test", () -> run(call)))
                      .isInstanceOf(ReplayViolation.class));
    }
    assertThat(server.connections()).isZero();
  }

  private static Void run(Runnable call) {
    call.run();
    return null;
  }

  private static Outcome later(String reason) {
    return new Outcome.NotNow(reason, Optional.empty());
  }
}
