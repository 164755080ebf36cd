package io.cornershop.eventing.publishing.topics;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What a topic must be like, so that events keep their order and none is lost or refused for good.
 * Immutable.
 *
 * @param partitions of a topic of events, at least
 * @param replication of a topic of events, at least
 * @param recordBytes the largest event with its headers
 */
record TopicRequirements(int partitions, int replication, int recordBytes) {

  /**
   * Accepts the topic that wake-ups go through.
   *
   * @throws IllegalStateException when it could make more than one node the relay
   */
  static void requireOnePartition(TopicDescription topic) {
    int actual = topic.partitions().size();
    if (actual != 1) {
      throw new IllegalStateException(
          "Topic " + topic.name() + " must have 1 partition and has " + actual + ": delete it");
    }
  }

  /**
   * Accepts a topic of events.
   *
   * @throws IllegalStateException with a sentence that says what is wrong and what to do
   */
  void require(TopicDescription topic, Config config) {
    Stream.of(
            objectToPartitions(topic),
            objectToReplication(topic),
            objectToInSync(topic, config),
            objectToSize(config),
            objectToCompaction(config))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(
            objection -> {
              throw new IllegalStateException("Topic " + topic.name() + " " + objection);
            });
  }

  private Optional<String> objectToPartitions(TopicDescription topic) {
    int actual = topic.partitions().size();
    return Optional.of(
            ("has %d partitions, cornershop.kafka.partitions asks for %d. Partitions cannot be"
                    + " added to a topic in use, because the order of each key depends on their"
                    + " number: set cornershop.kafka.partitions=%d, or drain and recreate the topic")
                .formatted(actual, partitions, actual))
        .filter(objection -> actual < partitions);
  }

  private Optional<String> objectToReplication(TopicDescription topic) {
    int actual = replicas(topic);
    return Optional.of(
            ("has %d copies of each record, cornershop.kafka.replication asks for %d: reassign its"
                    + " partitions, or set cornershop.kafka.replication=%d")
                .formatted(actual, replication, actual))
        .filter(objection -> actual < replication);
  }

  private static int replicas(TopicDescription topic) {
    return topic.partitions().stream()
        .mapToInt(partition -> partition.replicas().size())
        .min()
        .orElse(0);
  }

  private static Optional<String> objectToInSync(TopicDescription topic, Config config) {
    long inSync = number(config, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
    int replicas = replicas(topic);
    return Optional.of(
            "has min.insync.replicas=%d and %d replicas: nothing would ever be acknowledged; lower it"
                .formatted(inSync, replicas))
        .filter(objection -> inSync > replicas);
  }

  private Optional<String> objectToSize(Config config) {
    long actual = number(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
    return Optional.of(
            ("takes records of %d bytes, and an event can have %d with its headers: raise its"
                    + " max.message.bytes, because what is stored has to be published")
                .formatted(actual, recordBytes))
        .filter(objection -> actual < recordBytes);
  }

  private static Optional<String> objectToCompaction(Config config) {
    String policy = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
    return Optional.of(
            "is compacted (cleanup.policy=%s) and would forget all but the last event of each key:"
                    .formatted(policy)
                + " set cleanup.policy=delete")
        .filter(objection -> policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT));
  }

  private static long number(Config config, String name) {
    return Long.parseLong(config.get(name).value());
  }
}
