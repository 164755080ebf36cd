package io.cornershop.eventing.consuming.partitions;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * Lets a poll loop that is full wait until so many records are finished that it can poll again. One
 * thread waits; any may free.
 */
public final class Room {

  private final AtomicInteger missing = new AtomicInteger();
  private volatile Thread waiting;

  /** A record is finished. */
  void freed() {
    if (missing.getAndUpdate(n -> Math.max(0, n - 1)) == 1) {
      LockSupport.unpark(waiting);
    }
  }

  /**
   * Waits until nothing is missing; returns after {@code longest} at the latest, and perhaps
   * earlier.
   *
   * @param records how many have to be finished, as it is when asked
   */
  public void await(IntSupplier records, Duration longest) {
    waiting = Thread.currentThread();
    missing.set(Math.max(0, records.getAsInt()));
    // Asked again: what was finished in between has not counted.
    if (records.getAsInt() > 0) {
      LockSupport.parkNanos(longest.toNanos());
    }
    missing.set(0);
  }
}
