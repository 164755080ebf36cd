package io.cornershop.eventing.consuming.partitions;

import io.cornershop.kernel.Reason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;

/**
 * Looks whether topics were made anew behind a consumer that goes on: its client then reads the new
 * log from where it was in the old one, and says nothing. Only the poll loop's thread uses it.
 */
public final class TopicWatch {

  private static final Logger LOG = System.getLogger(TopicWatch.class.getName());
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private final Assignments held;
  private boolean paused;
  private long lookedAt = System.nanoTime();

  public TopicWatch(Assignments held) {
    this.held = held;
  }

  /** Looks at the end of a pause, before the first record, and once in a while. */
  public void look(boolean pausedNow) {
    boolean resumed = paused && !pausedNow;
    paused = pausedNow;
    if (resumed || System.nanoTime() - lookedAt >= INTERVAL.toNanos()) {
      try {
        held.renew();
      } catch (KafkaException e) {
        LOG.log(Level.DEBUG, "The topics are looked at later: {0}", Reason.line(e));
        paused |= resumed;
      }
      lookedAt = System.nanoTime();
    }
  }
}
