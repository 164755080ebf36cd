package io.cornershop.bootstrap;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.delivery.DeliverySettings;
import io.cornershop.notifications.delivery.Rate;
import io.cornershop.notifications.delivery.UsefulLife;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How fast, how often and how long people are told. */
@ApplicationScoped
class NotificationSettings {

  @Inject
  @ConfigProperty(name = "cornershop.notifications.claim", defaultValue = "PT2M")
  Duration claim;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.email-per-second", defaultValue = "100")
  int emailPerSecond;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.sms-per-second", defaultValue = "10")
  int smsPerSecond;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.push-per-second", defaultValue = "50")
  int pushPerSecond;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.address-per-hour", defaultValue = "30")
  int addressPerHour;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.useful-mandatory", defaultValue = "P14D")
  Duration usefulMandatory;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.useful-email", defaultValue = "P3D")
  Duration usefulEmail;

  @Inject
  @ConfigProperty(name = "cornershop.notifications.useful-instant", defaultValue = "PT12H")
  Duration usefulInstant;

  @Produces
  @Singleton
  DeliverySettings delivery() {
    return new DeliverySettings(
        claim,
        Map.of(
            Channel.EMAIL, perSecond(emailPerSecond),
            Channel.SMS, perSecond(smsPerSecond),
            Channel.PUSH, perSecond(pushPerSecond)),
        new Rate(addressPerHour, Duration.ofHours(1)),
        new UsefulLife(usefulMandatory, usefulEmail, usefulInstant));
  }

  private static Rate perSecond(int most) {
    return new Rate(most, Duration.ofSeconds(1));
  }
}
