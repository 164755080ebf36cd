package io.cornershop.launcher.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/** Takes a mail apart, as a mail program does. What it cannot read is shown as it came. */
final class MailReader {

  private static final int DEEPEST = 8;

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder html = new StringBuilder();

  private MailReader() {}

  static Mail read(long id, String to, byte[] bytes) {
    MailReader reader = new MailReader();
    try {
      MimeMessage message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
      String subject = message.getSubject();
      List<String> headers = headers(message);
      reader.take(message, 0);
      return reader.mail(id, to, subject == null ? "" : subject, headers, bytes.length);
    } catch (MessagingException | IOException e) {
      reader.html.setLength(0);
      reader.text.setLength(0);
      reader.text.append(new String(bytes, StandardCharsets.UTF_8));
      return reader.mail(id, to, "(not readable)", List.of(), bytes.length);
    }
  }

  private Mail mail(long id, String to, String subject, List<String> headers, int size) {
    return new Mail(
        id, Instant.now(), to, subject, headers, text.toString(), html.toString(), size);
  }

  private static List<String> headers(MimeMessage message) throws MessagingException, IOException {
    List<String> headers = new ArrayList<>();
    for (Header header : Collections.list(message.getAllHeaders())) {
      String value = MimeUtility.decodeText(MimeUtility.unfold(header.getValue()));
      headers.add(header.getName() + ": " + value);
    }
    return headers;
  }

  private void take(Part part, int depth) throws MessagingException, IOException {
    if (part.isMimeType("text/html")) {
      html.append(part.getContent());
    } else if (part.isMimeType("text/*")) {
      text.append(part.getContent());
    } else if (part.getContent() instanceof Multipart parts && depth < DEEPEST) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        take(inner, depth + 1);
      }
    }
  }
}
