package io.cornershop.eventing.publishing.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.publishing.CounterShop;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TopicSetupIT {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  @RegisterExtension static final TestBroker BROKER = new TestBroker();

  @Test
  void topics_are_made_once_with_their_partitions() throws Exception {
    setup("made", 3).ensureWithin(DEADLINE);
    setup("made", 3).ensureWithin(DEADLINE);

    assertThat(partitions("made.events", "cornershop.relay"))
        .isEqualTo(Map.of("made.events", 3, "cornershop.relay", 1));
  }

  @Test
  void too_few_partitions_are_a_clear_sentence() {
    setup("small", 2).ensureWithin(DEADLINE);

    assertThatThrownBy(() -> setup("small", 6).ensureWithin(DEADLINE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Topic small.events has 2 partitions, cornershop.kafka.partitions asks for 6."
                + " Partitions cannot be added to a topic in use, because the order of each key"
                + " depends on their number: set cornershop.kafka.partitions=2, or drain and"
                + " recreate the topic");
  }

  @Test
  void more_partitions_than_configured_are_left_alone() throws Exception {
    setup("large", 6).ensureWithin(DEADLINE);
    setup("large", 2).ensureWithin(DEADLINE);

    assertThat(partitions("large.events")).isEqualTo(Map.of("large.events", 6));
  }

  @Test
  void a_broker_that_is_not_there_is_waited_for_until_the_deadline() {
    TopicSetup nowhere =
        new TopicSetup(
            KafkaConnection.to("127.0.0.1:1"),
            new CounterShop("nowhere").types,
            1,
            1,
            StoreLimits.USUAL);

    assertThatThrownBy(() -> nowhere.ensureWithin(Duration.ZERO)).isInstanceOf(Unavailable.class);
  }

  @Test
  void a_topic_that_takes_less_than_the_store_is_a_clear_sentence() throws Exception {
    make("narrow.events", Map.of("max.message.bytes", "500000"));

    assertThatThrownBy(() -> setup("narrow", 1).ensureWithin(DEADLINE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Topic narrow.events takes records of 500000 bytes, and an event can have 987136 with"
                + " its headers: raise its max.message.bytes, because what is stored has to be"
                + " published");
  }

  @Test
  void a_compacted_topic_is_a_clear_sentence() throws Exception {
    make("compacted.events", Map.of("cleanup.policy", "compact"));

    assertThatThrownBy(() -> setup("compacted", 1).ensureWithin(DEADLINE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("set cleanup.policy=delete");
  }

  @Test
  void the_largest_event_that_the_store_takes_is_published() throws Exception {
    CounterShop shop = new CounterShop("largest");
    setup("largest", 1).ensureWithin(DEADLINE);
    byte[] value = new byte[StoreLimits.USUAL.eventBytes()];
    String header = "h".repeat(60 * 1024);
    try (Producer<String, byte[]> producer =
        KafkaConnection.to(BROKER.bootstrapServers()).eventProducer()) {
      ProducerRecord<String, byte[]> record = new ProducerRecord<>(shop.topic, "door", value);
      record.headers().add("all", header.getBytes(StandardCharsets.UTF_8));

      assertThat(producer.send(record).get(30, TimeUnit.SECONDS).offset()).isZero();
    }
  }

  @Test
  void for_how_long_a_topic_keeps_its_records_is_what_it_says_now() throws Exception {
    make("kept.events", Map.of("retention.ms", "3600000"));
    make("endless.events", Map.of("retention.ms", "-1"));
    try (Admin admin = KafkaConnection.to(BROKER.bootstrapServers()).admin()) {
      Optional<Duration> kept = retention(admin, "kept");
      retainFor(admin, "kept.events", "60000");

      assertThat(kept).contains(Duration.ofHours(1));
      assertThat(retention(admin, "kept")).contains(Duration.ofMinutes(1));
      assertThat(retention(admin, "endless")).isEmpty();
      assertThatThrownBy(() -> retention(admin, "missing")).isInstanceOf(Unavailable.class);
    }
  }

  private static Optional<Duration> retention(Admin admin, String area) {
    return new TopicRetention(admin, new CounterShop(area).types).ofTopics().get(area + ".events");
  }

  private static void retainFor(Admin admin, String topic, String millis) throws Exception {
    ConfigEntry entry = new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, millis);
    admin
        .incrementalAlterConfigs(
            Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, topic),
                List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
        .all()
        .get();
  }

  @Test
  void the_brokers_are_counted_and_nobody_is_no_number() {
    try (Admin admin = KafkaConnection.to(BROKER.bootstrapServers()).admin();
        Admin nowhere = KafkaConnection.to("127.0.0.1:1").admin()) {
      assertThat(new Brokers(admin).count()).isEqualTo(1);
      assertThatThrownBy(() -> new Brokers(nowhere).count()).isInstanceOf(Unavailable.class);
    }
  }

  private static void make(String topic, Map<String, String> configs) throws Exception {
    try (Admin admin = KafkaConnection.to(BROKER.bootstrapServers()).admin()) {
      NewTopic wanted = new NewTopic(topic, 1, (short) 1).configs(configs);
      admin.createTopics(List.of(wanted)).all().get();
    }
  }

  private static TopicSetup setup(String area, int partitions) {
    return new TopicSetup(
        KafkaConnection.to(BROKER.bootstrapServers()),
        new CounterShop(area).types,
        partitions,
        1,
        StoreLimits.USUAL);
  }

  private static Map<String, Integer> partitions(String... topics) throws Exception {
    try (Admin admin = KafkaConnection.to(BROKER.bootstrapServers()).admin()) {
      return admin.describeTopics(List.of(topics)).allTopicNames().get().entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().partitions().size()));
    }
  }
}
