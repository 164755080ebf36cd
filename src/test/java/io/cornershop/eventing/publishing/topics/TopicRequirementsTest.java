package io.cornershop.eventing.publishing.topics;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TopicRequirementsTest {

  private final TopicRequirements requirements = new TopicRequirements(6, 3, 1_000_000);

  @Test
  void a_topic_as_it_is_made_is_accepted() {
    assertThatCode(() -> requirements.require(topic(6, 3), config(2, 1_000_000, "delete")))
        .doesNotThrowAnyException();
  }

  @Test
  void too_few_partitions_are_refused() {
    assertThatThrownBy(() -> requirements.require(topic(2, 3), config(2, 1_000_000, "delete")))
        .hasMessageStartingWith("Topic orders.events has 2 partitions");
  }

  @Test
  void too_few_copies_are_refused() {
    assertThatThrownBy(() -> requirements.require(topic(6, 1), config(1, 1_000_000, "delete")))
        .hasMessage(
            "Topic orders.events has 1 copies of each record, cornershop.kafka.replication asks for"
                + " 3: reassign its partitions, or set cornershop.kafka.replication=1");
  }

  @Test
  void more_copies_in_sync_than_there_are_is_refused() {
    assertThatThrownBy(() -> requirements.require(topic(6, 3), config(4, 1_000_000, "delete")))
        .hasMessage(
            "Topic orders.events has min.insync.replicas=4 and 3 replicas: nothing would ever be"
                + " acknowledged; lower it");
  }

  @Test
  void a_record_limit_below_that_of_the_store_is_refused() {
    assertThatThrownBy(() -> requirements.require(topic(6, 3), config(2, 999_999, "delete")))
        .hasMessageContaining("takes records of 999999 bytes");
  }

  @Test
  void compaction_is_refused() {
    assertThatThrownBy(
            () -> requirements.require(topic(6, 3), config(2, 1_000_000, "compact,delete")))
        .hasMessageContaining("is compacted");
  }

  @Test
  void wake_ups_go_through_one_partition() {
    assertThatThrownBy(() -> TopicRequirements.requireOnePartition(topic(2, 1)))
        .hasMessage("Topic orders.events must have 1 partition and has 2: delete it");
  }

  private static TopicDescription topic(int partitions, int replicas) {
    List<Node> nodes = Collections.nCopies(replicas, new Node(1, "broker", 9092));
    return new TopicDescription(
        "orders.events",
        false,
        IntStream.range(0, partitions)
            .mapToObj(i -> new TopicPartitionInfo(i, nodes.getFirst(), nodes, nodes))
            .toList());
  }

  private static Config config(int inSync, int bytes, String cleanup) {
    return new Config(
        Map.of(
                "min.insync.replicas", String.valueOf(inSync),
                "max.message.bytes", String.valueOf(bytes),
                "cleanup.policy", cleanup)
            .entrySet()
            .stream()
            .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
            .toList());
  }
}
