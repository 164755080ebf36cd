package io.cornershop.eventing.consuming.polling;

import io.cornershop.eventing.consuming.partitions.Assignments;
import io.cornershop.eventing.consuming.partitions.PartitionProgress;
import io.cornershop.eventing.consuming.partitions.Replay;
import io.cornershop.eventing.consuming.partitions.Replays;
import io.cornershop.eventing.consuming.steering.Seek;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Takes the partitions of this node back where an operator wants them. A seek counts as carried out
 * when the broker knows the new offset and all of history that belongs to it is handled; a node
 * that dies before leaves it to the partition's next owner. Only the poll loop's thread uses it.
 */
final class Navigator {

  private static final Logger LOG = System.getLogger(Navigator.class.getName());

  private final Consumer<String, byte[]> kafka;
  private final Assignments held;
  private final Replays replays;
  private final Helm helm;

  Navigator(Consumer<String, byte[]> kafka, Assignments held, Replays replays, Helm helm) {
    this.kafka = kafka;
    this.held = held;
    this.replays = replays;
    this.helm = helm;
  }

  /**
   * Begins what is due, and notes what is done.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer; ask again
   */
  void steer() {
    replays.settle((partition, part) -> part.seek().ifPresent(seek -> arrived(partition, seek)));
    for (TopicPartition partition : held.held()) {
      if (helm.due(partition).isPresent() && !replays.serves(partition)) {
        helm.stillDue(partition).ifPresent(seek -> goBack(partition, seek));
      }
    }
  }

  private void goBack(TopicPartition partition, Seek seek) {
    long finished = held.finishedUpTo(partition);
    Rewind rewind = Rewind.to(seek.to(), partition, finished, kafka);
    if (!rewind.changes(finished)) {
      arrived(partition, seek);
      return;
    }
    PartitionProgress progress = held.restart(partition, rewind.offset());
    if (rewind.historyAfter().isPresent()) {
      Replay.Part part = new Replay.Part(progress, held.width(partition), Optional.of(seek));
      replays.begin(Map.of(partition, part), rewind.historyAfter().getAsLong());
    } else {
      arrived(partition, seek);
    }
  }

  /** Notes the seek after the offset is committed; while that cannot be, it stays due. */
  private void arrived(TopicPartition partition, Seek seek) {
    if (!held.commitNow(partition)) {
      return;
    }
    LOG.log(
        Level.INFO,
        "{0} has carried out {1}, what is finished ends at {2}",
        partition,
        seek,
        Long.toString(held.finishedUpTo(partition)));
    helm.carriedOut(partition, seek);
  }
}
