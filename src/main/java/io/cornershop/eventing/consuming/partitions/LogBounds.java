package io.cornershop.eventing.consuming.partitions;

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

  /**
   * Where a partition begins.
   *
   * @param missing why the topic does not have all that was not finished, if so
   */
  record Start(OffsetTracker tracker, long offset, Optional<String> missing) {}

  LogBounds(Consumer<String, byte[]> kafka) {
    this.kafka = kafka;
  }

  /** The starts of these partitions. */
  Map<TopicPartition, Start> starts(
      Collection<TopicPartition> assigned, Map<TopicPartition, OffsetAndMetadata> committed) {
    Map<TopicPartition, Long> begins = kafka.beginningOffsets(assigned);
    Map<TopicPartition, Long> ends = kafka.endOffsets(assigned);
    Map<TopicPartition, Start> starts = new HashMap<>();
    for (TopicPartition partition : assigned) {
      Optional<OffsetAndMetadata> last = Optional.ofNullable(committed.get(partition));
      starts.put(partition, start(last, begins.get(partition), ends.get(partition)));
    }
    return starts;
  }

  private static Start start(Optional<OffsetAndMetadata> last, long begin, long end) {
    if (last.isEmpty()) {
      return begin == 0
          ? new Start(new OffsetTracker(), 0, Optional.empty())
          : missing(begin, "no offset is committed and the log begins at " + begin);
    }
    long offset = last.get().offset();
    if (offset < begin) {
      return missing(begin, "committed is " + offset + " and the log begins at " + begin);
    }
    if (offset > end) {
      return missing(begin, "committed is " + offset + " and the log ends at " + end);
    }
    CommitNote note = CommitNote.read(offset, last.get().metadata());
    return new Start(new OffsetTracker(offset, note), offset, Optional.empty());
  }

  private static Start missing(long begin, String why) {
    return new Start(new OffsetTracker(begin, CommitNote.NONE), begin, Optional.of(why));
  }
}
