package io.cornershop.eventing.consuming.polling;

import io.cornershop.eventing.consuming.steering.Seek;
import io.cornershop.eventing.consuming.steering.Wish;
import io.cornershop.eventing.consuming.steering.Wishes;
import io.cornershop.kernel.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * What is wanted of one channel, as this node knows it: read again after a second, and kept while
 * the database does not answer. Until it was read once nothing is known, and the channel waits: it
 * may be paused. Only the poll loop's thread uses it, but for {@link #wish}.
 */
public final class Helm {

  private static final Logger LOG = System.getLogger(Helm.class.getName());
  private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

  private final Wishes wishes;
  private final String channel;
  private final Map<TopicPartition, Seek> carriedOut = new HashMap<>();
  private final Map<TopicPartition, Seek> unnoted = new HashMap<>();
  private volatile Optional<Wish> wish = Optional.empty();
  private long readAt;

  public Helm(Wishes wishes, String channel) {
    this.wishes = wishes;
    this.channel = channel;
    this.readAt = System.nanoTime() - INTERVAL;
  }

  /** Reads the wish, if that was not done within the last second. */
  void follow() {
    if (System.nanoTime() - readAt >= INTERVAL) {
      try {
        Map.copyOf(unnoted).forEach(this::note);
        wish = Optional.of(wishes.of(channel));
      } catch (Unavailable e) {
        LOG.log(Level.DEBUG, "The wish for {0} cannot be read: {1}", channel, e.getMessage());
      }
      readAt = System.nanoTime();
    }
  }

  /** Whether nothing is to be polled. */
  boolean paused() {
    return wish.map(Wish::paused).orElse(true);
  }

  /** What the partition has to carry out. */
  Optional<Seek> due(TopicPartition partition) {
    long done = Optional.ofNullable(carriedOut.get(partition)).map(Seek::number).orElse(0L);
    return wish.flatMap(w -> w.due(partition.topic(), partition.partition()))
        .filter(seek -> seek.number() > done);
  }

  /**
   * The same, certain: another node may have carried it out since the wish was read.
   *
   * @throws Unavailable when the database does not answer
   */
  Optional<Seek> stillDue(TopicPartition partition) {
    wish = Optional.of(wishes.of(channel));
    return due(partition);
  }

  /** The partition is where the seek wants it, and committed there. */
  void carriedOut(TopicPartition partition, Seek seek) {
    carriedOut.put(partition, seek);
    unnoted.put(partition, seek);
    try {
      note(partition, seek);
    } catch (Unavailable e) {
      LOG.log(Level.DEBUG, "The seek {0} of {1} is noted later", seek.number(), partition);
    }
  }

  private void note(TopicPartition partition, Seek seek) {
    wishes.carriedOut(channel, partition.topic(), partition.partition(), seek.number());
    unnoted.remove(partition, seek);
  }

  /** The wish as it was last read. */
  Optional<Wish> wish() {
    return wish;
  }
}
