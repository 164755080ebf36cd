package io.cornershop.eventing.consuming.partitions;

import io.cornershop.eventing.consuming.history.StoredRecords;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Where partitions begin to be read, seen together what was committed and what the log still has.
 */
final class LogBounds {

  private final Consumer<String, byte[]> kafka;
  private final CommittedOffsets offsets;
  private final StoredRecords stored;

  /**
   * Where a partition begins.
   *
   * @param missing why the topic does not have all that was not finished, if so
   */
  record Start(OffsetTracker tracker, long offset, Optional<String> missing) {}

  LogBounds(Consumer<String, byte[]> kafka, CommittedOffsets offsets, StoredRecords stored) {
    this.kafka = kafka;
    this.offsets = offsets;
    this.stored = stored;
  }

  /** The starts of these partitions. */
  Map<TopicPartition, Start> starts(Collection<TopicPartition> assigned) {
    Map<TopicPartition, OffsetAndMetadata> committed = offsets.load(assigned);
    Map<TopicPartition, Long> begins = kafka.beginningOffsets(assigned);
    Map<TopicPartition, Long> ends = kafka.endOffsets(assigned);
    Map<TopicPartition, Start> starts = new HashMap<>();
    for (TopicPartition partition : assigned) {
      Optional<OffsetAndMetadata> last = Optional.ofNullable(committed.get(partition));
      Log log = new Log(begins.get(partition), ends.get(partition), offsets.topicId(partition));
      starts.put(
          partition,
          offsets.renewed(partition)
              ? missing(log.begin(), "its topic was deleted and made anew")
              : last.map(l -> start(l, log)).orElseGet(() -> first(partition, log)));
    }
    return starts;
  }

  /** What the broker has of a partition now. */
  private record Log(long begin, long end, Optional<String> topic) {

    /** Whether something was committed of another topic of this name. */
    boolean isOther(CommitMetadata committed) {
      return committed.topic().isPresent() && topic.isPresent() && !topic.equals(committed.topic());
    }
  }

  /** Nothing was committed: the group is new, or its offsets are gone, with the topic maybe. */
  private Start first(TopicPartition partition, Log log) {
    if (log.begin() > 0) {
      return missing(log.begin(), "no offset is committed and the log begins at " + log.begin());
    }
    return stored.outlives(partition.topic(), log.topic())
        ? missing(0, "no offset is committed and its topic was made anew")
        : new Start(new OffsetTracker(), 0, Optional.empty());
  }

  private static Start start(OffsetAndMetadata last, Log log) {
    long begin = log.begin();
    long offset = last.offset();
    if (offset < begin) {
      return missing(begin, "committed is " + offset + " and the log begins at " + begin);
    }
    if (offset > log.end()) {
      return missing(begin, "committed is " + offset + " and the log ends at " + log.end());
    }
    CommitMetadata metadata = CommitMetadata.read(last.metadata());
    if (log.isOther(metadata)) {
      return missing(begin, "committed is " + offset + " of a former topic of this name");
    }
    CommitNote note = CommitNote.read(offset, metadata.note());
    return new Start(new OffsetTracker(offset, note), offset, Optional.empty());
  }

  private static Start missing(long begin, String why) {
    return new Start(new OffsetTracker(begin, CommitNote.NONE), begin, Optional.of(why));
  }
}
