package io.cornershop.eventing.consuming.partitions;

import io.cornershop.eventing.consuming.ConsumerStatus;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Partitions as an operator sees them. The poll loop's thread looks how far the broker is; any
 * thread may ask.
 */
final class PartitionViews {

  private final Consumer<String, byte[]> kafka;
  private final CommittedOffsets committed;
  private final Map<TopicPartition, OptionalLong> lags = new ConcurrentHashMap<>();

  PartitionViews(Consumer<String, byte[]> kafka, CommittedOffsets committed) {
    this.kafka = kafka;
    this.committed = committed;
  }

  /** Notes how many records the broker has after what was polled. */
  void look(Collection<TopicPartition> partitions) {
    partitions.forEach(partition -> lags.put(partition, lag(partition)));
  }

  /** Of a topic that lost its end the position may lie behind the end. */
  private OptionalLong lag(TopicPartition partition) {
    OptionalLong told = kafka.currentLag(partition);
    return told.isPresent() ? OptionalLong.of(Math.max(0, told.getAsLong())) : told;
  }

  void forget(Collection<TopicPartition> gone) {
    lags.keySet().removeAll(gone);
  }

  /** These partitions, by topic and number. */
  List<ConsumerStatus.Partition> of(Map<TopicPartition, PartitionProgress> partitions) {
    return partitions.entrySet().stream()
        .map(entry -> view(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing(ConsumerStatus.Partition::topic)
                .thenComparing(ConsumerStatus.Partition::partition))
        .toList();
  }

  private ConsumerStatus.Partition view(TopicPartition partition, PartitionProgress progress) {
    return new ConsumerStatus.Partition(
        partition.topic(),
        partition.partition(),
        progress.position(),
        committed.of(partition),
        progress.unfinished(),
        lags.getOrDefault(partition, OptionalLong.empty()),
        progress.oldest(),
        !progress.historyFinished());
  }
}
