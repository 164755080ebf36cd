package io.cornershop.notifications.email;

import static io.cornershop.notifications.email.MailFixtures.PATIENT;
import static io.cornershop.notifications.email.MailFixtures.mail;
import static io.cornershop.notifications.email.MailFixtures.settings;
import static io.cornershop.notifications.email.MailFixtures.transport;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.cornershop.notifications.email.MailSettings.Tls;
import io.cornershop.notifications.messages.Outcome;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Against a mail server that others have written. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GreenMailTest {

  @Test
  void a_mail_arrives_as_it_was_written() throws MessagingException, IOException {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try (SmtpTransport transport =
        transport(settings(server.getSmtp().getPort(), Tls.OPPORTUNISTIC, PATIENT))) {
      assertThat(transport.deliver(mail("ada@shop.example")))
          .isEqualTo(new Outcome.Sent("<n-4711-n@shop.example>"));
      MimeMessage received = server.getReceivedMessages()[0];
      MimeMultipart parts = (MimeMultipart) received.getContent();
      assertThat(received.getSubject()).isEqualTo("Bonjour à tous");
      assertThat(received.getMessageID()).isEqualTo("<n-4711-n@shop.example>");
      assertThat(parts.getBodyPart(0).getContent().toString().strip())
          .isEqualTo("Plain é\r\n.\r\nlast");
      assertThat(parts.getBodyPart(1).getContent().toString().strip()).isEqualTo("<p>HTML é</p>");
      assertThat(server.getReceivedMessages()).hasSize(1);
    } finally {
      server.stop();
    }
  }
}
