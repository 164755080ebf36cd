package io.cornershop.eventing.consuming.partitions;

import io.cornershop.eventing.consuming.history.StoredRecords;
import io.cornershop.eventing.consuming.steering.Seek;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * One pass over the event store for partitions that need a part of history. While it reads, the
 * topic's own records of these partitions wait; as long as one of its records is unfinished,
 * nothing of the partition is committed, so that a crash begins the pass anew. Only the poll loop's
 * thread uses it.
 */
public final class Replay {

  /**
   * A partition that takes part.
   *
   * @param partitions how many its topic has
   * @param seek the wish that this fulfils, if it is one
   */
  public record Part(PartitionProgress progress, int partitions, Optional<Seek> seek) {}

  private final StoredRecords stored;
  private final Map<TopicPartition, Part> parts;
  private final Map<TopicPartition, Integer> counts = new HashMap<>();
  private OptionalLong until = OptionalLong.empty();
  private long after;

  /**
   * @param after the number of the log behind which history is needed
   */
  Replay(StoredRecords stored, Map<TopicPartition, Part> parts, long after) {
    this.stored = stored;
    this.parts = new HashMap<>(parts);
    this.after = after;
    parts.forEach((partition, part) -> counts.put(partition, part.partitions()));
    parts.values().forEach(part -> part.progress().openHistory());
  }

  /**
   * Some more records; none when all were read.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer; ask again
   */
  List<Polled> next(int size) {
    if (readToEnd()) {
      return List.of();
    }
    if (until.isEmpty()) {
      until = OptionalLong.of(stored.published());
    }
    StoredRecords.Page page = stored.read(counts, after, until.getAsLong(), size);
    after = page.last();
    List<Polled> polled = page.records().stream().map(r -> new Polled(r, progressOf(r))).toList();
    polled.forEach(p -> p.partition().deliveredFromHistory(p.record().offset()));
    if (readToEnd()) {
      parts.values().forEach(part -> part.progress().closeHistory());
    }
    return polled;
  }

  private PartitionProgress progressOf(ConsumerRecord<String, byte[]> record) {
    return parts.get(new TopicPartition(record.topic(), record.partition())).progress();
  }

  /** Whether the partition takes part. */
  boolean serves(TopicPartition partition) {
    return parts.containsKey(partition);
  }

  /** Whether the topic has to wait. */
  boolean holds(TopicPartition partition) {
    return parts.containsKey(partition) && !readToEnd();
  }

  boolean readToEnd() {
    return until.isPresent() && after >= until.getAsLong();
  }

  /** Takes out the partitions whose history is finished, and tells them. */
  void settle(BiConsumer<TopicPartition, Part> finished) {
    Map<TopicPartition, Part> done = new HashMap<>(parts);
    done.values().removeIf(part -> !part.progress().historyFinished());
    done.forEach(finished);
    forget(done.keySet());
  }

  /** These partitions leave the node. */
  void forget(Collection<TopicPartition> gone) {
    parts.keySet().removeAll(gone);
    counts.keySet().removeAll(gone);
  }

  boolean over() {
    return parts.isEmpty();
  }
}
