package io.cornershop.eventing.consuming.channels;

import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Where the partitions of a topic end, for a question that comes now and then. */
final class TopicEnds {

  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private TopicEnds() {}

  /**
   * Asks the broker.
   *
   * @param kafka which is closed afterwards
   * @return the offset behind the last record of each partition; empty when there is no such topic
   * @throws Unavailable when the broker does not answer within five seconds
   */
  static Map<Integer, Long> of(String topic, Consumer<String, byte[]> kafka) {
    try (kafka) {
      List<TopicPartition> partitions =
          kafka.partitionsFor(topic, BOUND).stream().map(TopicEnds::partition).toList();
      return kafka.endOffsets(partitions, BOUND).entrySet().stream()
          .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
    } catch (KafkaException e) {
      throw new Unavailable("Kafka does not tell where the topic ends", RETRY_AFTER, e);
    }
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }
}
