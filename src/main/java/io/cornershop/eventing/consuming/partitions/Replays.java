package io.cornershop.eventing.consuming.partitions;

import io.cornershop.eventing.consuming.history.StoredRecords;
import io.cornershop.kernel.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * What the partitions of this node get from the event store at present. Only the poll loop's thread
 * uses it.
 */
public final class Replays {

  private static final Logger LOG = System.getLogger(Replays.class.getName());

  private final StoredRecords stored;
  private final List<Replay> running = new ArrayList<>();
  private boolean waiting;

  public Replays(StoredRecords stored) {
    this.stored = stored;
  }

  /** Begins to read for these partitions behind a number of the store's log. */
  public void begin(Map<TopicPartition, Replay.Part> parts, long after) {
    if (!parts.isEmpty()) {
      running.add(new Replay(stored, parts, after));
    }
  }

  /** Where they get it from. */
  StoredRecords stored() {
    return stored;
  }

  /** Whether history of the partition is not finished. */
  public boolean serves(TopicPartition partition) {
    return running.stream().anyMatch(replay -> replay.serves(partition));
  }

  /** Whether the partition's topic has to wait. */
  boolean holds(TopicPartition partition) {
    return running.stream().anyMatch(replay -> replay.holds(partition));
  }

  /** Some more records; none at present when the database does not answer. */
  public List<Polled> next(int size) {
    try {
      for (Replay replay : running) {
        if (!replay.readToEnd()) {
          List<Polled> records = replay.next(size);
          waiting = false;
          return records;
        }
      }
    } catch (Unavailable e) {
      LOG.log(waiting ? Level.DEBUG : Level.WARNING, "History waits: {0}", e.getMessage());
      waiting = true;
    }
    return List.of();
  }

  /** Lets go of what is finished, and tells it. */
  public void settle(BiConsumer<TopicPartition, Replay.Part> finished) {
    running.forEach(replay -> replay.settle(finished));
    running.removeIf(Replay::over);
  }

  void forget(Collection<TopicPartition> gone) {
    running.forEach(replay -> replay.forget(gone));
    running.removeIf(Replay::over);
  }

  public boolean reading() {
    return running.stream().anyMatch(replay -> !replay.readToEnd());
  }
}
