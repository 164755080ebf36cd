package io.cornershop.eventing.consuming.health;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Says once that the brokers do not answer a channel, and once that they do again. It goes by what
 * the client receives: a member of a group hears of its heartbeats every few seconds, whatever else
 * it does. Only the poll loop's thread uses it.
 */
public final class BrokerWatch {

  private static final Logger LOG = System.getLogger(BrokerWatch.class.getName());
  private static final Duration SILENCE = Duration.ofSeconds(12);

  private final String channel;
  private final Supplier<Optional<Double>> received;
  private final LongSupplier clock;
  private Optional<Double> last = Optional.empty();
  private long heardAt;
  private boolean away;

  /**
   * @param received how many bytes the client has received; empty when that is not known
   * @param clock in nanoseconds, never going back
   */
  public BrokerWatch(String channel, Supplier<Optional<Double>> received, LongSupplier clock) {
    this.channel = channel;
    this.received = received;
    this.clock = clock;
    this.heardAt = clock.getAsLong();
  }

  /** Looks, and tells what has changed. */
  public void look() {
    Optional<Double> now = received.get();
    if (now.isEmpty()) {
      return;
    }
    if (!now.equals(last)) {
      last = now;
      heardAt = clock.getAsLong();
    }
    tell(clock.getAsLong() - heardAt >= SILENCE.toNanos());
  }

  private void tell(boolean silent) {
    if (silent && !away) {
      LOG.log(Level.WARNING, "Kafka does not answer {0}; it waits and goes on by itself", channel);
    } else if (away && !silent) {
      LOG.log(Level.INFO, "Kafka answers {0} again", channel);
    }
    away = silent;
  }

  /** Whether nothing was heard for too long. */
  boolean away() {
    return away;
  }
}
