package io.cornershop.eventing.consuming.partitions;

import io.cornershop.eventing.consuming.partitions.OffsetTracker.Committable;
import io.cornershop.kernel.Reason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/**
 * What the broker knows to be finished. Only the poll loop's thread uses it, but for {@link #of}.
 */
final class CommittedOffsets {

  private static final Logger LOG = System.getLogger(CommittedOffsets.class.getName());

  private static final Duration REJOINING = Duration.ofMillis(100);

  private final Consumer<String, byte[]> kafka;
  private final TopicIds topics;
  private final Map<TopicPartition, OffsetAndMetadata> committed = new ConcurrentHashMap<>();
  private final Map<TopicPartition, String> ids = new HashMap<>();
  private Set<TopicPartition> renewed = Set.of();
  private boolean underWay;

  CommittedOffsets(KafkaSide side) {
    this.kafka = side.consumer();
    this.topics = side.topics();
  }

  /**
   * Reads where the last owner left the partitions, as far as that is known. The topics' ids come
   * first: whoever makes a topic anew in between is found out at the next assignment.
   */
  Map<TopicPartition, OffsetAndMetadata> load(Collection<TopicPartition> assigned) {
    Map<TopicPartition, String> now = askIds(assigned);
    renewed = outlived(now);
    ids.putAll(now);
    Map<TopicPartition, OffsetAndMetadata> stored = new HashMap<>();
    kafka
        .committed(Set.copyOf(assigned))
        .forEach(
            (partition, last) ->
                Optional.ofNullable(last).ifPresent(o -> stored.put(partition, o)));
    committed.keySet().removeAll(assigned);
    committed.putAll(stored);
    return stored;
  }

  private Map<TopicPartition, String> askIds(Collection<TopicPartition> partitions) {
    Map<String, String> told =
        partitions.isEmpty()
            ? Map.of()
            : topics.of(
                partitions.stream()
                    .map(TopicPartition::topic)
                    .collect(Collectors.toUnmodifiableSet()));
    return partitions.stream()
        .filter(partition -> told.containsKey(partition.topic()))
        .collect(Collectors.toMap(Function.identity(), partition -> told.get(partition.topic())));
  }

  /** Those of these partitions whose topic is another one than when they were assigned last. */
  Set<TopicPartition> outlived(Collection<TopicPartition> partitions) {
    return outlived(askIds(partitions));
  }

  private Set<TopicPartition> outlived(Map<TopicPartition, String> now) {
    return now.keySet().stream()
        .filter(partition -> ids.containsKey(partition))
        .filter(partition -> !ids.get(partition).equals(now.get(partition)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The id of the partition's topic when it was assigned, as far as the broker tells one. */
  Optional<String> topicId(TopicPartition partition) {
    return Optional.ofNullable(ids.get(partition));
  }

  /** Whether the topic was made anew since this consumer had the partition before. */
  boolean renewed(TopicPartition partition) {
    return renewed.contains(partition);
  }

  /**
   * Commits that a partition is read from an offset, at most for {@code bound}.
   *
   * @return false when the group is in the middle of a rebalance, and takes no commit
   */
  boolean commitNow(TopicPartition partition, long offset, Duration bound) {
    OffsetAndMetadata back = kafkaOffset(partition, new Committable(offset, CommitNote.NONE));
    try {
      kafka.commitSync(Map.of(partition, back), bound);
    } catch (RebalanceInProgressException e) {
      return false;
    }
    committed.put(partition, back);
    return true;
  }

  /** Sends what has changed since the last commit; what fails is made up by the next. */
  void commit(Map<TopicPartition, PartitionProgress> partitions) {
    Map<TopicPartition, OffsetAndMetadata> offsets = changes(partitions);
    if (!underWay && !offsets.isEmpty()) {
      underWay = true;
      kafka.commitAsync(offsets, this::onAnswer);
    }
  }

  private void onAnswer(Map<TopicPartition, OffsetAndMetadata> offsets, Exception failure) {
    underWay = false;
    if (failure == null) {
      committed.putAll(offsets);
    } else {
      LOG.log(Level.DEBUG, "A commit failed: {0}", Reason.line(failure));
    }
  }

  /**
   * Commits before the partitions leave, at most for {@code bound}.
   *
   * @return false when the group is in the middle of a rebalance, and takes no commit until this
   *     member has polled
   */
  boolean commitNow(Map<TopicPartition, PartitionProgress> leaving, Duration bound) {
    Map<TopicPartition, OffsetAndMetadata> offsets = changes(leaving);
    try {
      if (!offsets.isEmpty()) {
        kafka.commitSync(offsets, bound);
      }
    } catch (RebalanceInProgressException e) {
      return false;
    } catch (KafkaException e) {
      LOG.log(
          Level.WARNING,
          "The last commit failed, finished events will come again: {0}",
          Reason.of(e));
    }
    return true;
  }

  /**
   * Commits before the member leaves its group, also when it leaves in the middle of a rebalance.
   *
   * @param held shrinks by what the rebalance takes away, which is committed on the way
   */
  void commitLast(Map<TopicPartition, PartitionProgress> held, Duration bound) {
    long end = System.nanoTime() + bound.toNanos();
    boolean done = commitNow(held, bound);
    while (!done && System.nanoTime() - end < 0) {
      // Polling brings the rebalance to its end.
      kafka.pause(kafka.assignment());
      kafka.poll(REJOINING);
      done = commitNow(held, bound);
    }
    if (!done) {
      LOG.log(Level.WARNING, "A rebalance lasts too long, finished events will come again");
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> changes(
      Map<TopicPartition, PartitionProgress> partitions) {
    Map<TopicPartition, OffsetAndMetadata> changes = new HashMap<>();
    partitions.forEach(
        (partition, progress) ->
            progress
                .committable()
                .map(c -> kafkaOffset(partition, c))
                .filter(offset -> !offset.equals(committed.get(partition)))
                .ifPresent(offset -> changes.put(partition, offset)));
    return changes;
  }

  private OffsetAndMetadata kafkaOffset(TopicPartition partition, Committable c) {
    String note = c.note().text(c.offset());
    return new OffsetAndMetadata(c.offset(), new CommitMetadata(topicId(partition), note).text());
  }

  Optional<Long> of(TopicPartition partition) {
    return Optional.ofNullable(committed.get(partition)).map(OffsetAndMetadata::offset);
  }
}
