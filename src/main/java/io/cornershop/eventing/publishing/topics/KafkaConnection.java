package io.cornershop.eventing.publishing.topics;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Where the brokers are, and how the relay's clients are set. Immutable and thread-safe.
 *
 * @param properties what all clients have in common: the bootstrap servers, security
 */
public record KafkaConnection(Map<String, Object> properties) {

  /** How long a relay that went silent keeps its place. */
  public static final Duration SESSION_TIMEOUT = Duration.ofSeconds(6);

  private static final int MAX_IN_FLIGHT = 1;
  private static final int BATCH_BYTES = 256 << 10;
  private static final long BUFFER_BYTES = 48L << 20;
  private static final AtomicLong CLIENTS = new AtomicLong();

  public KafkaConnection {
    properties = Map.copyOf(properties);
  }

  /** A connection without security. */
  public static KafkaConnection to(String bootstrapServers) {
    return new KafkaConnection(
        Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  /** A client that makes and describes topics, and gives up within seconds. */
  Admin admin() {
    Map<String, Object> config = common("cornershop-topics");
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    return Admin.create(config);
  }

  /**
   * A producer that never gives a record up by itself and keeps the order of each partition. Time
   * out there is none: a record that was given up while a later one went through would break the
   * order. One request is under way at a time, because idempotence does not cover a producer's
   * first batches: a broker that does not know the producer takes whichever comes first, and
   * refuses the one before it for ever (KAFKA-15591; 4.5 amends it for partitions never written to,
   * not for those that a new relay takes up). Large batches carry the rate.
   */
  public Producer<String, byte[]> eventProducer() {
    return new KafkaProducer<>(
        eventProducerSettings(), new StringSerializer(), new ByteArraySerializer());
  }

  /** Nothing that the order depends on can be configured away. */
  Map<String, Object> eventProducerSettings() {
    Map<String, Object> config = common("cornershop-relay");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, MAX_IN_FLIGHT);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    return config;
  }

  /** A producer for copies of dead letters: it gives up within seconds, and its user repeats. */
  public Producer<String, byte[]> letterProducer() {
    Map<String, Object> config = common("cornershop-dead-letters");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000);
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  /** A producer for hints: it waits briefly, and a hint that it loses is made good by a sweep. */
  public Producer<String, String> wakeUpProducer() {
    Map<String, Object> config = common("cornershop-wake-up");
    config.put(ProducerConfig.ACKS_CONFIG, "1");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
  }

  /**
   * A member of the relay group. Cooperative and sticky: a node that joins does not take the place
   * of the relay.
   */
  public Consumer<byte[], String> relayGroupMember() {
    Map<String, Object> config = common("cornershop-relay-member");
    config.put(ConsumerConfig.GROUP_ID_CONFIG, RelayTopic.GROUP);
    config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION_TIMEOUT.toMillis());
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 500);
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new StringDeserializer());
  }

  private Map<String, Object> common(String client) {
    Map<String, Object> config = new HashMap<>(properties);
    config.put(CommonClientConfigs.CLIENT_ID_CONFIG, client + "-" + CLIENTS.incrementAndGet());
    config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
    // the other strategy tries again without a pause while no broker answers, a log line each time
    config.put(CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG, "none");
    config.put(CommonClientConfigs.RETRY_BACKOFF_MAX_MS_CONFIG, 1_000);
    return config;
  }
}
