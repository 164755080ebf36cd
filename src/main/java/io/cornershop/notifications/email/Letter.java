package io.cornershop.notifications.email;

import io.cornershop.notifications.messages.Content;
import io.cornershop.notifications.messages.OutgoingMessage;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/**
 * A message as it goes over the wire: plain text and HTML of the same, in UTF-8.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058, one click to unsubscribe</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3834">RFC 3834, what a machine has sent</a>
 */
final class Letter extends MimeMessage {

  private static final String UTF_8 = "UTF-8";

  /** To make a session looks for classes each time. */
  private static final Session WITHOUT_SERVER = Session.getInstance(new Properties());

  private final String id;

  private Letter(Session session, String id) {
    super(session);
    this.id = id;
  }

  static Letter of(OutgoingMessage message, InternetAddress to, InternetAddress from, Instant now)
      throws MessagingException {
    Letter letter = new Letter(WITHOUT_SERVER, id(message, from));
    letter.setFrom(from);
    letter.setRecipient(Message.RecipientType.TO, to);
    letter.setSubject(oneLine(message.content().subject()), UTF_8);
    letter.setSentDate(Date.from(now));
    letter.setHeader("Auto-Submitted", "auto-generated");
    if (message.unsubscribe().isPresent()) {
      letter.offerUnsubscribe(message.unsubscribe().get());
    }
    letter.write(message.content());
    letter.saveChanges();
    return letter;
  }

  /** The same for each attempt, so that whoever gets two can tell. */
  private static String id(OutgoingMessage message, InternetAddress from) {
    String address = from.getAddress();
    return "<n-" + message.id() + "-n" + address.substring(address.indexOf('@')) + ">";
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
  }

  private void offerUnsubscribe(URI link) throws MessagingException {
    setHeader("List-Unsubscribe", "<" + link.toASCIIString() + ">");
    setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
  }

  private void write(Content content) throws MessagingException {
    if (content.html().isEmpty()) {
      setText(lines(content.text()), UTF_8);
      return;
    }
    Multipart parts = new MimeMultipart("alternative");
    parts.addBodyPart(part(content.text(), "plain"));
    parts.addBodyPart(part(content.html().get(), "html"));
    setContent(parts);
  }

  private static MimeBodyPart part(String text, String kind) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(lines(text), UTF_8, kind);
    return part;
  }

  private static String lines(String text) {
    return text.replaceAll("\\r\\n?|\\n", "\r\n");
  }

  /** In place of the random one that it would get. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}
