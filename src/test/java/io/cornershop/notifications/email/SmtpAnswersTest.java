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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the answers of a mail server mean for a message. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SmtpAnswersTest {

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

  private static Outcome later(String reason) {
    return new Outcome.NotNow(reason, Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RCPT | 550 5.1.1 <ada@shop.example>: nobody | RCPT with 550 5.1.1 | true",
        "RCPT | 550 5.1.10 null MX of shop.example   | RCPT with 550 5.1.10 | true",
        "RCPT | 552 5.2.2 mailbox full               | RCPT with 552 5.2.2 | false",
        "RCPT | 550 no such mailbox                  | RCPT with 550 | false",
        "RCPT | 554 no                               | RCPT with 554 | false",
        "RCPT | 556 5.1.10 takes no mail             | RCPT with 556 5.1.10 | true",
        "DATA | 554 5.5.1 no                         | DATA with 554 5.5.1 | false",
        "END  | 554 5.7.1 spam                       | the message with 554 5.7.1 | false",
        "END  | 552 too large                        | the message with 552 | false"
      })
  void what_the_server_refuses_for_good_is_refused(
      Step step, String reply, String reason, boolean addressGone) {
    server.at(step, reply);

    assertThat(deliver())
        .isEqualTo(new Outcome.Refused("the mail server answered " + reason, addressGone));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MAIL | 550 5.7.1 not this sender | MAIL with 550 5.7.1",
        "MAIL | 530 5.7.0 log in first    | MAIL with 530 5.7.0",
        "MAIL | 421 too busy              | MAIL with 421",
        "RCPT | 421 closing               | RCPT with 421",
        "RCPT | 451 4.3.0 lookup failed   | RCPT with 451 4.3.0",
        "DATA | 451 4.3.0 later           | DATA with 451 4.3.0",
        "END  | 451 4.3.0 later           | the message with 451 4.3.0",
        "END  | 452 no room               | the message with 452",
        "END  | 421 4.3.2 closing         | the message with 421 4.3.2"
      })
  void what_the_server_defers_comes_again_later(Step step, String reply, String reason) {
    server.at(step, reply);

    assertThat(deliver()).isEqualTo(later("the mail server answered " + reason));
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RCPT | 550 5.1.8 your sender is bad     | RCPT with 550 5.1.8",
        "RCPT | 553 5.1.7 your sender is no one  | RCPT with 553 5.1.7",
        "RCPT | 530 log in first                 | RCPT with 530",
        "RCPT | 535 5.7.8 wrong password         | RCPT with 535 5.7.8",
        "RCPT | 538 encrypt first                | RCPT with 538",
        "RCPT | 503 5.5.1 not now                | RCPT with 503 5.5.1",
        "DATA | 554 5.7.1 not from you           | DATA with 554 5.7.1",
        "DATA | 530 5.7.0 log in first           | DATA with 530 5.7.0",
        "END  | 550 5.7.26 not authenticated     | the message with 550 5.7.26",
        "END  | 530 5.7.0 log in first           | the message with 530 5.7.0"
      })
  void what_the_server_has_against_us_waits_until_somebody_mends_it(
      Step step, String reply, String reason) {
    server.at(step, reply);

    assertThat(deliver()).isEqualTo(later("the mail server answered " + reason));
  }

  @ParameterizedTest
  @CsvSource({"421 4.3.2 closing, 421 4.3.2", "451 later, 451"})
  void a_message_that_is_deferred_is_not_taken_though_the_server_hangs_up(
      String reply, String codes) {
    server.at(Step.END, reply + ScriptedSmtpServer.AND_HANG_UP);

    assertThat(deliver()).isEqualTo(later("the mail server answered the message with " + codes));
  }

  @Test
  void a_message_that_is_refused_is_refused_though_the_server_hangs_up() {
    server.at(Step.END, "554 5.7.1 spam" + ScriptedSmtpServer.AND_HANG_UP);

    assertThat(deliver())
        .isEqualTo(
            new Outcome.Refused("the mail server answered the message with 554 5.7.1", false));
  }

  @Test
  void a_message_that_is_taken_is_sent_though_the_server_hangs_up() {
    server.at(Step.END, "250 2.0.0 queued" + ScriptedSmtpServer.AND_HANG_UP);

    assertThat(deliver()).isEqualTo(new Outcome.Sent("<n-4711-n@shop.example>"));
  }
}
