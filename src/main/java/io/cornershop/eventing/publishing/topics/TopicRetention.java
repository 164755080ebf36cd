package io.cornershop.eventing.publishing.topics;

import io.cornershop.eventing.events.EventTypes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** For how long the topics of events keep what lies on them. Thread-safe. */
public final class TopicRetention {

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
   * @throws io.cornershop.kernel.Unavailable when the brokers do not answer within seconds, or do
   *     not have a topic
   */
  public Map<String, Optional<Duration>> ofTopics() {
    return AdminAnswer.of(
            "the retention of topics",
            admin
                .describeConfigs(types.topics().stream().map(TopicRetention::resource).toList())
                .all())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(topic -> topic.getKey().name(), t -> in(t.getValue())));
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  static Optional<Duration> in(Config topic) {
    long millis = Long.parseLong(topic.get(TopicConfig.RETENTION_MS_CONFIG).value());
    return Optional.of(millis).filter(kept -> kept >= 0).map(Duration::ofMillis);
  }
}
