package io.cornershop.eventing.consuming.partitions;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Waits for what runs on partitions that leave. */
final class Drain {

  private static final Logger LOG = System.getLogger(Drain.class.getName());

  private Drain() {}

  /** Waits until nobody works on the partitions, at most for {@code bound} together. */
  static void await(Map<TopicPartition, PartitionProgress> leaving, Duration bound) {
    long deadline = System.nanoTime() + bound.toNanos();
    try {
      for (Map.Entry<TopicPartition, PartitionProgress> entry : leaving.entrySet()) {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (!entry.getValue().awaitSettled(left)) {
          LOG.log(Level.WARNING, "{0} leaves with events that still run", entry.getKey());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
