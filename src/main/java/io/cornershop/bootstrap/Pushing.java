package io.cornershop.bootstrap;

import io.cornershop.notifications.api.PreferenceRules;
import io.cornershop.notifications.push.PushEndpoints;
import io.cornershop.notifications.push.PushSettings;
import io.cornershop.notifications.push.PushTransport;
import io.cornershop.notifications.push.VapidKeys;
import io.cornershop.notifications.templates.Templates;
import io.cornershop.outbound.HttpTraces;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which browsers can be written to, and how; and what else customers can wish. */
@ApplicationScoped
class Pushing {

  @Inject
  @ConfigProperty(name = "cornershop.notifications.push.public-key")
  Optional<String> publicKey;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.push.private-key")
  Optional<String> privateKey;

  @Inject
  @ConfigProperty(
      name = "cornershop.notifications.push.subject",
      defaultValue = "mailto:shop@example.org")
  String subject;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.push.timeout", defaultValue = "PT10S")
  Duration timeout;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.push.time-to-live", defaultValue = "PT24H")
  Duration timeToLive;

  private Optional<PushTransport> push = Optional.empty();

  @Produces
  @Singleton
  PreferenceRules preferenceRules(Templates templates) {
    return new PreferenceRules(templates.languages());
  }

  @Produces
  @Singleton
  PushEndpoints pushEndpoints(
      @ConfigProperty(
              name = "cornershop.notifications.push.nearby-endpoints",
              defaultValue = "false")
          boolean nearbyAllowed) {
    return new PushEndpoints(nearbyAllowed);
  }

  /** Absent without keys. */
  @Produces
  @Singleton
  Optional<PushTransport> push(
      PushSettings settings, PushEndpoints endpoints, Clock clock, HttpTraces traces) {
    push = settings.keys().map(keys -> new PushTransport(keys, settings, endpoints, clock, traces));
    return push;
  }

  @PreDestroy
  void close() {
    push.ifPresent(PushTransport::close);
  }

  @Produces
  @Singleton
  PushSettings pushSettings() {
    Optional<VapidKeys> keys =
        publicKey.flatMap(point -> privateKey.map(number -> VapidKeys.of(point, number)));
    return new PushSettings(keys, subject, timeout, timeToLive);
  }
}
