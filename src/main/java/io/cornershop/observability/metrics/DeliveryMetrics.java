package io.cornershop.observability.metrics;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.delivery.DeliveryObserver;
import io.cornershop.notifications.messages.Outcome;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Counts messages to people. Thread-safe. */
public final class DeliveryMetrics implements DeliveryObserver {

  /** How attempts end that did not end well. */
  public static final Set<String> ERRORS = Set.of("refused", "not_now", "deferred", "unknown");

  private final Meters meters;

  public DeliveryMetrics(Meters meters) {
    this.meters = meters;
  }

  @Override
  public void attempted(Channel channel, Outcome outcome, Duration took) {
    meters.time(Metric.NOTIFICATION_SEND_DURATION_SECONDS, took, word(channel));
    if (!(outcome instanceof Outcome.Sent)) {
      meters.count(Metric.NOTIFICATION_SEND_ERRORS_TOTAL, word(channel), outcome.word());
    }
  }

  @Override
  public void sent(Channel channel, String eventType) {
    meters.count(Metric.NOTIFICATIONS_SENT_TOTAL, word(channel), eventType);
  }

  /** A channel as it is exported. */
  public static String word(Channel channel) {
    return channel.name().toLowerCase(Locale.ROOT);
  }
}
