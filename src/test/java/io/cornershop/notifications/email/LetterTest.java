package io.cornershop.notifications.email;

import static io.cornershop.notifications.email.MailFixtures.CLOCK;
import static io.cornershop.notifications.email.MailFixtures.CONTENT;
import static io.cornershop.notifications.email.MailFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.messages.Content;
import io.cornershop.notifications.messages.OutgoingMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LetterTest {

  @Test
  void a_letter_has_plain_text_and_html_of_the_same() throws MessagingException, IOException {
    MimeMultipart parts = (MimeMultipart) letter(mail("ada@shop.example")).getContent();

    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Plain é\r\n.\r\nlast");
    assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>HTML é</p>");
    assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
  }

  @Test
  void its_headers_say_who_and_what_and_how_to_end_it() throws MessagingException {
    Letter letter = letter(mail("ada@shop.example"));

    assertThat(letter.getSubject()).isEqualTo("Bonjour à tous");
    assertThat(names(letter))
        .containsExactlyInAnyOrder(
            "From",
            "To",
            "Subject",
            "Date",
            "Message-Id",
            "MIME-Version",
            "Content-Type",
            "Auto-Submitted",
            "List-Unsubscribe",
            "List-Unsubscribe-Post");
    assertThat(letter.getHeader("Message-ID", null)).isEqualTo("<n-4711-n@shop.example>");
    assertThat(letter.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(letter.getHeader("List-Unsubscribe", null))
        .isEqualTo("<https://shop.example/unsubscribe?token=abc>");
    assertThat(letter.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
  }

  @Test
  void what_cannot_be_ended_offers_no_end() throws MessagingException {
    Letter letter =
        letter(
            new OutgoingMessage(
                new NotificationId("4711"),
                Channel.EMAIL,
                "ada@shop.example",
                CONTENT,
                Optional.empty()));

    assertThat(names(letter)).doesNotContain("List-Unsubscribe", "List-Unsubscribe-Post");
  }

  @Test
  void a_subject_with_line_breaks_makes_no_header() throws MessagingException, IOException {
    Content content =
        new Content("Hi\r\nBcc: all@shop.example\r\n\r\n<b>\u0000\u0085", "text", Optional.empty());
    Letter letter = letter(mail("ada@shop.example", content));

    assertThat(names(letter)).doesNotContain("Bcc");
    assertThat(letter.getSubject()).isEqualTo("Hi Bcc: all@shop.example <b>");
    assertThat(raw(letter)).doesNotContain("\nBcc");
  }

  @Test
  void lines_stay_short_enough_for_every_server() throws MessagingException, IOException {
    Content content =
        new Content("é".repeat(150), "x".repeat(5_000), Optional.of("y".repeat(5_000)));

    assertThat(raw(letter(mail("ada@shop.example", content))).lines())
        .allMatch(line -> line.length() <= 998);
  }

  private static Letter letter(OutgoingMessage message) throws MessagingException {
    return Letter.of(
        message,
        EmailAddress.parsed(message.address()),
        EmailAddress.parsed("shop@shop.example"),
        CLOCK.instant());
  }

  private static List<String> names(Letter letter) throws MessagingException {
    return Collections.list(letter.getAllHeaders()).stream().map(h -> h.getName()).toList();
  }

  private static String raw(Letter letter) throws MessagingException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    letter.writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
