package io.cornershop.bootstrap;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.email.MailSettings;
import io.cornershop.notifications.email.SmtpTransport;
import io.cornershop.notifications.reactions.UnsubscribeLinks;
import io.cornershop.notifications.templates.Templates;
import io.cornershop.notifications.unsubscribe.UnsubscribeTokens;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The texts of messages and the way that e-mails go. */
@ApplicationScoped
class Mailing {

  private static final String KEYS = "cornershop.notifications.mail.";

  @Inject
  @ConfigProperty(name = "cornershop.notifications.mail.host")
  Optional<String> host;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.mail.port", defaultValue = "587")
  int port;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.mail.tls", defaultValue = "required")
  String tls;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.mail.username")
  Optional<String> username;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.mail.password")
  Optional<String> password;

  @Inject
  @ConfigProperty(
      name = "cornershop.notifications.mail.from",
      defaultValue = "shop@cornershop.local")
  String from;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.mail.timeout", defaultValue = "PT20S")
  Duration timeout;

  private Optional<SmtpTransport> smtp = Optional.empty();

  @Produces
  @Singleton
  Templates templates(
      @ConfigProperty(name = "cornershop.notifications.time-zone", defaultValue = "UTC")
          String zone) {
    return new Templates(zoneOf(zone));
  }

  private static ZoneId zoneOf(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "cornershop.notifications.time-zone is %s, which is none".formatted(name), e);
    }
  }

  /** Nothing where no mail server is named: then there are no e-mails. */
  @Produces
  @Singleton
  Optional<SmtpTransport> smtp(Clock clock) {
    smtp = host.map(named -> new SmtpTransport(settings(named), clock));
    return smtp;
  }

  @Produces
  @Singleton
  UnsubscribeTokens unsubscribeTokens(
      @ConfigProperty(
              name = "cornershop.notifications.unsubscribe-key",
              defaultValue = DevelopmentSecret.VALUE)
          String secret,
      @ConfigProperty(name = "cornershop.notifications.retired-unsubscribe-keys")
          Optional<List<String>> retired) {
    DevelopmentSecret.warnOf(secret, "cornershop.notifications.unsubscribe-key");
    return new UnsubscribeTokens(secret, retired.orElse(List.of()));
  }

  /** Of e-mails that can be ended. */
  @Produces
  @Singleton
  UnsubscribeLinks unsubscribeLinks(
      UnsubscribeTokens tokens,
      @ConfigProperty(
              name = "cornershop.notifications.public-url",
              defaultValue = "http://127.0.0.1:9080")
          String shop) {
    String page = URI.create(shop).resolve("/api/unsubscribe").toString();
    return (customer, subject) ->
        subject.mandatory()
            ? Optional.empty()
            : Optional.of(URI.create(page + "?token=" + tokens.of(customer, Channel.EMAIL)));
  }

  private MailSettings settings(String named) {
    return new MailSettings(
        new MailSettings.Place(named, port), encryption(), login(), from, timeout);
  }

  private MailSettings.Tls encryption() {
    try {
      return MailSettings.Tls.valueOf(tls.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          KEYS + "tls is %s; there are required, opportunistic, implicit and none".formatted(tls),
          e);
    }
  }

  private Optional<MailSettings.Login> login() {
    return username.map(
        name ->
            new MailSettings.Login(
                name,
                password.orElseThrow(
                    () -> new IllegalArgumentException(KEYS + "username needs a password"))));
  }

  @PreDestroy
  void close() {
    smtp.ifPresent(SmtpTransport::close);
  }
}
