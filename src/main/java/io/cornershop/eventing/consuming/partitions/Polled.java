package io.cornershop.eventing.consuming.partitions;

import io.cornershop.eventing.consuming.lanes.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One record in flight, with its way back: it counts as handled only after {@link #finished}.
 * Thread-safe.
 */
public record Polled(ConsumerRecord<String, byte[]> record, PartitionProgress partition) {

  /** Whether it is to be handled, and not finished since an earlier assignment. */
  boolean delivered() {
    Optional<Instant> written =
        Optional.of(record.timestamp()).filter(time -> time >= 0).map(Instant::ofEpochMilli);
    return partition.delivered(record.offset(), written);
  }

  /** Every effect of the record is durable. */
  public void finished() {
    partition.finished(record.offset());
  }

  /** Nobody here will work on the record any more; it is handled by the partition's next owner. */
  public void dropped() {
    partition.dropped(record.offset());
  }

  public Claim claim() {
    return partition.claim();
  }

  public boolean pause(Duration wait) throws InterruptedException {
    return partition.pause(wait);
  }

  /** Where the record is, for logs. */
  public String place() {
    return record.topic() + "-" + record.partition() + " offset " + record.offset();
  }
}
