package io.cornershop.eventing.publishing.topics;

import io.cornershop.eventing.events.EventTypes;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** For how long the topics of events keep what lies on them. Thread-safe. */
public final class TopicRetention {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Admin admin;
  private final EventTypes types;

  /**
   * @param admin stays the caller's
   */
  public TopicRetention(Admin admin, EventTypes types) {
    this.admin = admin;
    this.types = types;
  }

  /**
   * By topic; empty where nothing is ever forgotten because of its age.
   *
   * @throws Unavailable when the brokers do not answer within seconds, or do not have a topic
   */
  public Map<String, Optional<Duration>> ofTopics() {
    try {
      return admin
          .describeConfigs(types.topics().stream().map(TopicRetention::resource).toList())
          .all()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .entrySet()
          .stream()
          .collect(Collectors.toMap(topic -> topic.getKey().name(), t -> in(t.getValue())));
    } catch (ExecutionException | TimeoutException e) {
      throw new Unavailable("Kafka does not tell the retention of topics", PATIENCE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("Interrupted", PATIENCE, e);
    }
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  static Optional<Duration> in(Config topic) {
    long millis = Long.parseLong(topic.get(TopicConfig.RETENTION_MS_CONFIG).value());
    return Optional.of(millis).filter(kept -> kept >= 0).map(Duration::ofMillis);
  }
}
