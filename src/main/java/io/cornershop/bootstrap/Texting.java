package io.cornershop.bootstrap;

import io.cornershop.notifications.sms.SmsLine;
import io.cornershop.notifications.sms.SmsSettings;
import io.cornershop.notifications.sms.SmsTransport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who sends SMS. */
@ApplicationScoped
class Texting {

  @Inject
  @ConfigProperty(
      name = "cornershop.notifications.sms.base-url",
      defaultValue = "https://api.twilio.com")
  String baseUrl;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.sms.account")
  Optional<String> account;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.sms.token")
  Optional<String> token;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.sms.sender")
  Optional<String> sender;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.sms.timeout", defaultValue = "PT10S")
  Duration timeout;

  /** Absent without an account; then the line, which needs one, is never made either. */
  @Produces
  @Singleton
  Optional<SmsTransport> sms(SmsLine line, Clock clock) {
    return account.map(known -> new SmsTransport(line, settings(), clock));
  }

  @Produces
  @Singleton
  SmsSettings settings() {
    return new SmsSettings(
        baseUrl,
        required(account, "account"),
        required(token, "token"),
        required(sender, "sender"),
        timeout);
  }

  private static String required(Optional<String> value, String key) {
    return value.orElseThrow(
        () -> new IllegalArgumentException("SMS need cornershop.notifications.sms." + key));
  }
}
