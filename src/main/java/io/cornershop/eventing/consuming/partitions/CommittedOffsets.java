package io.cornershop.eventing.consuming.partitions;

import io.cornershop.eventing.consuming.partitions.OffsetTracker.Committable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
  private Map<String, String> ids = Map.of();
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
    learnIds(assigned);
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

  private void learnIds(Collection<TopicPartition> assigned) {
    Set<String> wanted =
        assigned.stream().map(TopicPartition::topic).collect(Collectors.toUnmodifiableSet());
    Map<String, String> known = new HashMap<>(ids);
    known.keySet().removeAll(wanted);
    known.putAll(wanted.isEmpty() ? Map.of() : topics.of(wanted));
    ids = Map.copyOf(known);
  }

  /** The id of the partition's topic when it was assigned, as far as the broker tells one. */
  Optional<String> topicId(TopicPartition partition) {
    return Optional.ofNullable(ids.get(partition.topic()));
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
      LOG.log(Level.DEBUG, "A commit failed", failure);
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
      LOG.log(Level.WARNING, "The last commit failed, finished events will come again", e);
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
