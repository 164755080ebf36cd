package io.cornershop.notifications.email;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.messages.Content;
import io.cornershop.notifications.messages.OutgoingMessage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** Mails and settings for tests. */
final class MailFixtures {

  static final Duration PATIENT = Duration.ofSeconds(30);
  static final Duration SHORT = Duration.ofMillis(300);
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T14:05:00Z"), ZoneOffset.UTC);
  static final Content CONTENT =
      new Content("Bonjour à tous", "Plain é\n.\nlast", Optional.of("<p>HTML é</p>"));

  private MailFixtures() {}

  static OutgoingMessage mail(String address) {
    return mail(address, CONTENT);
  }

  static OutgoingMessage mail(String address, Content content) {
    return new OutgoingMessage(
        new NotificationId("4711"),
        Channel.EMAIL,
        address,
        content,
        Optional.of(URI.create("https://shop.example/unsubscribe?token=abc")));
  }

  static MailSettings settings(int port, MailSettings.Tls tls, Duration timeout) {
    return new MailSettings(
        new MailSettings.Place("localhost", port),
        tls,
        Optional.empty(),
        "shop@shop.example",
        timeout);
  }

  static MailSettings withLogin(int port, MailSettings.Tls tls) {
    return new MailSettings(
        new MailSettings.Place("localhost", port),
        tls,
        Optional.of(new MailSettings.Login("shop", "secret")),
        "shop@shop.example",
        PATIENT);
  }

  static SmtpTransport transport(MailSettings settings) {
    return new SmtpTransport(settings, CLOCK);
  }

  static SmtpTransport transport(MailSettings settings, SSLSocketFactory tls) {
    return new SmtpTransport(settings, CLOCK, tls, PATIENT);
  }
}
