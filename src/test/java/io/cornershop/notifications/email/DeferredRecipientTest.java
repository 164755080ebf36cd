package io.cornershop.notifications.email;

import static io.cornershop.notifications.email.MailFixtures.PATIENT;
import static io.cornershop.notifications.email.MailFixtures.mail;
import static io.cornershop.notifications.email.MailFixtures.settings;
import static io.cornershop.notifications.email.MailFixtures.transport;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.notifications.email.MailSettings.Tls;
import io.cornershop.notifications.email.ScriptedSmtpServer.Step;
import io.cornershop.notifications.messages.Outcome;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mail server that takes mails, and not this one now. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeferredRecipientTest {

  private ScriptedSmtpServer server;

  @BeforeEach
  void start() throws IOException {
    server = ScriptedSmtpServer.plain();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private Outcome deliver() {
    try (SmtpTransport transport = transport(settings(server.port(), Tls.NONE, PATIENT))) {
      return transport.deliver(mail("ada@shop.example"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RCPT | 451 4.7.1 grey            | RCPT with 451 4.7.1",
        "RCPT | 450 busy                  | RCPT with 450",
        "RCPT | 452 4.2.2 mailbox full    | RCPT with 452 4.2.2",
        "RCPT | 550 5.7.1 relay denied    | RCPT with 550 5.7.1",
        "RCPT | 554 5.7.1 no relay for you | RCPT with 554 5.7.1",
        "RCPT | 450 4.4.1 their host      | RCPT with 450 4.4.1",
        "END  | 451 4.7.1 grey            | the message with 451 4.7.1"
      })
  void what_the_server_defers_for_one_recipient_is_no_matter_of_the_others(
      Step step, String reply, String reason) {
    server.at(step, reply);

    assertThat(deliver())
        .isEqualTo(Outcome.NotNow.ofOne("the mail server answered " + reason, Optional.empty()));
  }
}
