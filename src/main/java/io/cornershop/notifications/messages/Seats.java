package io.cornershop.notifications.messages;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Room for so many attempts at a time, first come, first served. Thread-safe. */
public final class Seats {

  /** Whoever waits holds a thread that other channels may need. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Semaphore free;
  private final Duration patience;

  /**
   * Seats for which nobody waits longer than two seconds.
   *
   * @param most at least 1
   */
  public Seats(int most) {
    this(most, PATIENCE);
  }

  Seats(int most, Duration patience) {
    this.free = new Semaphore(most, true);
    this.patience = patience;
  }

  /** One, unless none gets free in time or the thread is to end. */
  public Optional<Transport.Seat> take() {
    try {
      return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)
          ? Optional.of(free::release)
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
