package io.cornershop.eventing.consuming.channels;

import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.consuming.polling.ChannelSettings;
import io.cornershop.eventing.events.EventTypes;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.eclipse.microprofile.reactive.messaging.spi.ConnectorFactory;
import org.eclipse.microprofile.reactive.messaging.spi.IncomingConnectorFactory;
import org.eclipse.microprofile.reactive.streams.operators.PublisherBuilder;
import org.eclipse.microprofile.reactive.streams.operators.ReactiveStreams;

/**
 * The connector {@value #NAME} of MicroProfile Reactive Messaging. The runtime asks it for each
 * channel while the application is deployed; it polls from the end of the start to the beginning of
 * the stop. Thread-safe.
 */
@ApplicationScoped
@Connector(KafkaConnector.NAME)
public class KafkaConnector implements IncomingConnectorFactory {

  /** The name in {@code mp.messaging.incoming.<channel>.connector}. */
  public static final String NAME = "cornershop-kafka";

  private static final int AFTER_ALL_OTHERS = Integer.MAX_VALUE;
  private static final int BEFORE_ALL_OTHERS = 1;

  private static final String ROLES = "cornershop.roles";
  private static final int MAX_IN_FLIGHT = 512;
  private static final int PARALLELISM = 32;
  private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(1);
  private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration STUCK_AFTER = Duration.ofMinutes(1);

  @Inject Consumers consumers;
  @Inject EventTypes types;
  @Inject Config config;
  @Inject Instance<Collection<EventHandler>> handlers;

  @Override
  public PublisherBuilder<? extends Message<?>> getPublisherBuilder(Config channel) {
    ChannelPublisher publisher = new ChannelPublisher();
    consumers.open(settings(channel), publisher);
    return ReactiveStreams.fromPublisher(publisher);
  }

  private ChannelSettings settings(Config channel) {
    String name = channel.getValue(ConnectorFactory.CHANNEL_NAME_ATTRIBUTE, String.class);
    return new ChannelSettings(
        name,
        channel.getOptionalValue("group.id", String.class).orElse("cornershop." + name),
        channel
            .getOptionalValue("topics", String[].class)
            .map(topics -> (Collection<String>) List.of(topics))
            .orElseGet(types::topics),
        hasRole(channel.getOptionalValue("role", String.class).orElse(name)),
        channel.getOptionalValue("max-in-flight", Integer.class).orElse(MAX_IN_FLIGHT),
        channel.getOptionalValue("parallelism", Integer.class).orElse(PARALLELISM),
        channel.getOptionalValue("commit-interval", Duration.class).orElse(COMMIT_INTERVAL),
        channel.getOptionalValue("drain-timeout", Duration.class).orElse(DRAIN_TIMEOUT),
        channel.getOptionalValue("stuck-after", Duration.class).orElse(STUCK_AFTER),
        KafkaSettings.read(config, channel));
  }

  private boolean hasRole(String role) {
    return config
        .getOptionalValue(ROLES, String[].class)
        .map(roles -> Arrays.asList(roles).contains(role))
        .orElse(true);
  }

  void start(@Observes @Priority(AFTER_ALL_OTHERS) Startup event) {
    consumers.start(handlers.get());
  }

  /** Before any bean that a handler needs is gone, and before the server takes its threads back. */
  void stop(@Observes @Priority(BEFORE_ALL_OTHERS) Shutdown event) throws InterruptedException {
    consumers.stop();
  }
}
