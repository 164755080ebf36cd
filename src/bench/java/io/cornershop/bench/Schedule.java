package io.cornershop.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A steady load: operations begin at fixed moments, whether or not the ones before were quick. What
 * comes late because an earlier one was slow has been waiting since its moment, and a time measured
 * from there says so.
 *
 * @param perSecond how many operations
 */
record Schedule(int perSecond) {

  /** So many operations at the same time at most; one that is slow does not hold up the others. */
  private static final int THREADS = 8;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** Is told the moment at which it should have begun, by {@link System#nanoTime}. */
  interface Operation {
    void run(long due);
  }

  /** Runs the operation until {@code length} is over and all have ended. */
  void run(Workers side, Duration length, Operation operation) throws InterruptedException {
    long start = System.nanoTime();
    long count = length.toMillis() * perSecond / 1_000;
    AtomicLong next = new AtomicLong();
    side.runAll(
        THREADS,
        () -> {
          for (long i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            long due = start + i * NANOS_PER_SECOND / perSecond;
            Pause.untilNanos(due);
            operation.run(due);
          }
        });
  }
}
