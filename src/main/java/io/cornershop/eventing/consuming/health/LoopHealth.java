package io.cornershop.eventing.consuming.health;

import io.cornershop.eventing.consuming.held.FailurePolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Whether a poll loop can go on by itself. An outage of the broker or the database is waited for,
 * however long it lasts; a loop that fails of itself, or stands still, for minutes needs a restart.
 * Thread-safe.
 */
public final class LoopHealth {

  /** As long as Kafka lets a member be silent; then its partitions are given to others. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final LongSupplier nanos;
  private long turnedAt;
  private long failedAt;
  private Optional<String> failure = Optional.empty();

  /**
   * @param nanos a clock that never goes back, in nanoseconds
   */
  public LoopHealth(LongSupplier nanos) {
    this.nanos = nanos;
    this.turnedAt = nanos.getAsLong();
  }

  /** The loop has gone round. */
  public synchronized void turned() {
    turnedAt = nanos.getAsLong();
    failure = Optional.empty();
  }

  /** The loop has failed, and will begin again. */
  public synchronized void failed(Throwable thrown) {
    turnedAt = nanos.getAsLong();
    if (FailurePolicy.isOutage(thrown)) {
      failure = Optional.empty();
    } else if (failure.isEmpty()) {
      failedAt = turnedAt;
      failure = Optional.of(thrown.getClass().getName());
    }
  }

  /** Why the loop needs a restart, if so. */
  public synchronized Optional<String> dead() {
    if (longAgo(turnedAt)) {
      return Optional.of("it stands still");
    }
    return failure
        .filter(name -> longAgo(failedAt))
        .map(name -> "it fails again and again: " + name);
  }

  private boolean longAgo(long moment) {
    return nanos.getAsLong() - moment > PATIENCE.toNanos();
  }
}
