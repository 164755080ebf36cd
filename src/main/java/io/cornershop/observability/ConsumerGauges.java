package io.cornershop.observability;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.channels.Consumers;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/** Whether the channels of this node get on; a group each. No scrape asks anybody else. */
@ApplicationScoped
public class ConsumerGauges {

  private static final double MILLIS = 1_000;

  @Inject Consumers consumers;
  @Inject MetricRegistry registry;

  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) Startup event) {
    for (ConsumerStatus channel : consumers.status()) {
      register(
          channel,
          "consumer_stuck_handlers",
          "Handlers that do not return",
          status -> status.stuck().size());
      register(
          channel,
          "consumer_oldest_unfinished_seconds",
          "Age of the oldest record that this node has and has not finished",
          ConsumerGauges::oldest);
    }
  }

  private void register(
      ConsumerStatus channel,
      String name,
      String description,
      ToDoubleFunction<ConsumerStatus> figure) {
    Metadata metadata =
        Metadata.builder()
            .withName(name)
            .withDescription(description)
            .withUnit(MetricUnits.NONE)
            .build();
    registry.gauge(
        metadata,
        consumers,
        all -> now(all, channel.channel()).map(figure::applyAsDouble).orElse(0.0),
        new Tag("consumer_group", channel.group()));
  }

  private static Optional<ConsumerStatus> now(Consumers all, String channel) {
    return all.status().stream().filter(c -> c.channel().equals(channel)).findFirst();
  }

  static double oldest(ConsumerStatus channel) {
    return channel.partitions().stream()
            .flatMap(partition -> partition.oldest().stream())
            .map(ConsumerStatus.Oldest::age)
            .mapToLong(Duration::toMillis)
            .max()
            .orElse(0)
        / MILLIS;
  }
}
