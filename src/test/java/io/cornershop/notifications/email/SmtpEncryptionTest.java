package io.cornershop.notifications.email;

import static io.cornershop.notifications.email.MailFixtures.PATIENT;
import static io.cornershop.notifications.email.MailFixtures.mail;
import static io.cornershop.notifications.email.MailFixtures.settings;
import static io.cornershop.notifications.email.MailFixtures.transport;
import static io.cornershop.notifications.email.MailFixtures.withLogin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.notifications.email.MailSettings.Tls;
import io.cornershop.notifications.email.ScriptedSmtpServer.Step;
import io.cornershop.notifications.messages.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SmtpEncryptionTest {

  private static final Outcome SENT = new Outcome.Sent("<n-4711-n@shop.example>");
  private static final String PLAIN =
      "AUTH PLAIN "
          + Base64.getEncoder()
              .encodeToString("shop\0shop\0secret".getBytes(StandardCharsets.US_ASCII));

  @TempDir static Path folder;

  private static SSLContext trusted;

  @BeforeAll
  static void makeCertificate() throws IOException, InterruptedException, GeneralSecurityException {
    trusted = SelfMadeCertificate.in(folder).context();
  }

  @ParameterizedTest
  @EnumSource(
      value = Tls.class,
      names = {"REQUIRED", "OPPORTUNISTIC"})
  void what_is_offered_is_used(Tls tls) throws IOException {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.withStartTls(trusted)) {
      assertThat(deliver(settings(server.port(), tls, PATIENT))).isEqualTo(SENT);
      assertThat(server.commands()).contains("STARTTLS");
      assertThat(server.messages()).hasSize(1);
    }
  }

  @Test
  void a_login_goes_over_encrypted_connections() throws IOException {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.withStartTls(trusted)) {
      assertThat(deliver(withLogin(server.port(), Tls.REQUIRED))).isEqualTo(SENT);
      assertThat(server.commands()).containsSubsequence("STARTTLS", PLAIN);
    }
  }

  @Test
  void a_connection_may_be_encrypted_from_its_first_byte() throws IOException {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.withTls(trusted)) {
      assertThat(deliver(withLogin(server.port(), Tls.IMPLICIT))).isEqualTo(SENT);
      assertThat(server.commands()).contains(PLAIN).doesNotContain("STARTTLS");
    }
  }

  @Test
  void nothing_is_sent_in_clear_text_where_encryption_is_required() throws IOException {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.plain()) {
      assertThat(deliver(settings(server.port(), Tls.REQUIRED, PATIENT)))
          .isInstanceOf(Outcome.NotNow.class);
      assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }
  }

  @Test
  void an_opportunity_that_is_not_there_is_not_missed() throws IOException {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.plain()) {
      assertThat(deliver(settings(server.port(), Tls.OPPORTUNISTIC, PATIENT))).isEqualTo(SENT);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Tls.class,
      names = {"REQUIRED", "OPPORTUNISTIC"})
  void a_server_whose_certificate_nobody_vouches_for_gets_nothing(Tls tls) throws IOException {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.withStartTls(trusted);
        SmtpTransport transport = transport(settings(server.port(), tls, PATIENT))) {
      assertThat(transport.deliver(mail("ada@shop.example"))).isInstanceOf(Outcome.NotNow.class);
      assertThat(server.messages()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Tls.class,
      names = {"REQUIRED", "IMPLICIT"})
  void a_certificate_for_another_name_is_none(Tls tls) throws IOException {
    try (ScriptedSmtpServer server =
        tls == Tls.IMPLICIT
            ? ScriptedSmtpServer.withTls(trusted)
            : ScriptedSmtpServer.withStartTls(trusted)) {
      MailSettings elsewhere =
          new MailSettings(
              new MailSettings.Place("127.0.0.1", server.port()),
              tls,
              Optional.empty(),
              "shop@shop.example",
              PATIENT);
      assertThat(deliver(elsewhere)).isInstanceOf(Outcome.NotNow.class);
      assertThat(server.messages()).isEmpty();
    }
  }

  @Test
  void a_refused_login_can_be_mended() throws IOException {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.withStartTls(trusted)) {
      server.at(Step.AUTH, "535 5.7.8 wrong");
      assertThat(deliver(withLogin(server.port(), Tls.REQUIRED)))
          .isEqualTo(new Outcome.NotNow("the mail server refuses the login", Optional.empty()));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Tls.class,
      names = {"NONE", "OPPORTUNISTIC"})
  void a_password_in_clear_text_is_refused_at_the_start(Tls tls) {
    assertThatThrownBy(() -> withLogin(25, tls)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void settings_say_nothing_of_the_password() {
    assertThat(withLogin(25, Tls.REQUIRED).toString()).doesNotContain("secret");
  }

  private static Outcome deliver(MailSettings settings) {
    SSLSocketFactory factory = trusted.getSocketFactory();
    try (SmtpTransport transport = transport(settings, factory)) {
      return transport.deliver(mail("ada@shop.example"));
    }
  }
}
