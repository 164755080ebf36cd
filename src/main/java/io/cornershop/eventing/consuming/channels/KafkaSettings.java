package io.cornershop.eventing.consuming.channels;

import io.cornershop.eventing.consuming.partitions.KafkaSide;
import io.cornershop.eventing.consuming.polling.ChannelSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.Config;

/** The Kafka consumer of a channel and its properties. */
final class KafkaSettings {

  static final String PREFIX = "cornershop.kafka.";
  static final String BOOTSTRAP_SERVERS = PREFIX + "bootstrap-servers";
  private static final String LOCAL_BROKER = "127.0.0.1:9092";

  /** What the engine's guarantees rest on; nobody else sets it. */
  private static final Set<String> OURS =
      Set.of(
          ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
          ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
          ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
          ConsumerConfig.GROUP_ID_CONFIG,
          ConsumerConfig.GROUP_PROTOCOL_CONFIG,
          ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
          ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
          ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);

  private static final Map<String, Object> DEFAULTS =
      Map.of(
          // A topic that springs up by being read would have the broker's idea of partitions.
          ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
          false,
          // After a kill this long nobody reads the dead node's partitions.
          ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
          10_000,
          ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
          3_000,
          // So soon a topic that was missing is found.
          ConsumerConfig.METADATA_MAX_AGE_CONFIG,
          10_000,
          ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
          2_000,
          // What is fetched ahead lies in the heap while the lanes are full.
          ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
          8 << 20);

  private KafkaSettings() {}

  /** Defaults, what is set for the platform's Kafka, what is set for the channel: the last wins. */
  static Map<String, Object> read(Config platform, Config channel) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        platform.getOptionalValue(BOOTSTRAP_SERVERS, String.class).orElse(LOCAL_BROKER));
    ConsumerConfig.configNames().stream()
        .filter(Predicate.not(OURS::contains))
        .forEach(
            name ->
                channel
                    .getOptionalValue(name, String.class)
                    .or(() -> platform.getOptionalValue(PREFIX + name, String.class))
                    .ifPresent(value -> properties.put(name, value)));
    return with(properties);
  }

  /** The defaults under {@code properties}. */
  static Map<String, Object> with(Map<String, Object> properties) {
    Map<String, Object> all = new HashMap<>(DEFAULTS);
    all.putAll(properties);
    return all;
  }

  /** The channel's side of Kafka, with a consumer of its own. */
  static KafkaSide open(ChannelSettings settings) {
    return new KafkaSide(consumer(settings), new AdminTopicIds(settings.kafka()));
  }

  private static Consumer<String, byte[]> consumer(ChannelSettings settings) {
    Map<String, Object> properties = new HashMap<>(settings.kafka());
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
    properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // What is missing comes from the event store; a reset would skip it.
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.pollSize());
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        List.of(CooperativeStickyAssignor.class));
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
