package io.cornershop.eventing.consuming.steering;

import java.time.Instant;

/** Where partitions are to go back to. */
public sealed interface SeekTarget {

  /** The first event of each partition, and of history where the topic does not reach so far. */
  record Beginning() implements SeekTarget {}

  /**
   * Every event behind a position of the store.
   *
   * @param position events at it and before it do not come again because of the seek
   */
  record Position(long position) implements SeekTarget {}

  /** Every event that was published at or after a time, by the clock of the relay. */
  record Timestamp(Instant at) implements SeekTarget {}

  /** One partition's record of this offset, and all behind it. */
  record Offset(String topic, int partition, long offset) implements SeekTarget {}

  /** Whether the partition is meant. */
  default boolean concerns(String topic, int partition) {
    return !(this instanceof Offset o) || o.topic().equals(topic) && o.partition() == partition;
  }

  /** Whether nothing is left to be done for {@code earlier} once this one is carried out. */
  default boolean replaces(SeekTarget earlier) {
    return !(this instanceof Offset)
        || earlier instanceof Offset o && concerns(o.topic(), o.partition());
  }
}
