package io.cornershop.eventing.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TopicSetupIT {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private static TestBroker broker;

  @BeforeAll
  static void startBroker() {
    broker = TestBroker.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

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
        new TopicSetup(KafkaConnection.to("127.0.0.1:1"), new CounterShop("nowhere").types, 1, 1);

    assertThatThrownBy(() -> nowhere.ensureWithin(Duration.ZERO)).isInstanceOf(Unavailable.class);
  }

  private static TopicSetup setup(String area, int partitions) {
    return new TopicSetup(
        KafkaConnection.to(broker.bootstrapServers()), new CounterShop(area).types, partitions, 1);
  }

  private static Map<String, Integer> partitions(String... topics) throws Exception {
    try (Admin admin = KafkaConnection.to(broker.bootstrapServers()).admin()) {
      return admin.describeTopics(List.of(topics)).allTopicNames().get().entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().partitions().size()));
    }
  }
}
