package io.cornershop.eventing.consuming.polling;

import io.cornershop.eventing.consuming.steering.SeekTarget;
import io.cornershop.eventing.events.EventEnvelope;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * How a partition goes back.
 *
 * @param offset where the topic is read on; never behind what is finished
 * @param historyAfter the number of the store's log behind which history comes first
 */
record Rewind(long offset, OptionalLong historyAfter) {

  /**
   * How to go back to a target. A target ahead of {@code finished} changes nothing: what lies
   * between would be skipped.
   *
   * @param finished everything before it is finished
   */
  static Rewind to(
      SeekTarget target, TopicPartition partition, long finished, Consumer<String, byte[]> kafka) {
    long begin = kafka.beginningOffsets(Set.of(partition)).get(partition);
    return switch (target) {
      case SeekTarget.Beginning b -> within(begin, 0, finished);
      case SeekTarget.Offset o -> within(begin, o.offset(), finished);
      case SeekTarget.Timestamp t ->
          within(begin, atTime(partition, t, kafka).orElse(finished), finished);
      case SeekTarget.Position p ->
          new Rewind(finished, OptionalLong.of(numberBefore(p.position())));
    };
  }

  /** What the log has no more comes from history; all of it, where one cannot tell how much. */
  private static Rewind within(long begin, long wanted, long finished) {
    boolean cut = begin > 0 && wanted <= begin;
    return new Rewind(
        Math.min(Math.max(begin, wanted), finished),
        cut ? OptionalLong.of(0) : OptionalLong.empty());
  }

  private static Optional<Long> atTime(
      TopicPartition partition, SeekTarget.Timestamp target, Consumer<String, byte[]> kafka) {
    OffsetAndTimestamp found =
        kafka.offsetsForTimes(Map.of(partition, target.at().toEpochMilli())).get(partition);
    return Optional.ofNullable(found).map(OffsetAndTimestamp::offset);
  }

  /** A commit may have more events behind the position. */
  private static long numberBefore(long position) {
    return Math.max(0, position / EventEnvelope.POSITIONS_PER_COMMIT - 1);
  }

  /** Whether there is anything to do. */
  boolean changes(long finished) {
    return offset < finished || historyAfter.isPresent();
  }
}
