package io.cornershop.bench;

import java.time.Duration;

/**
 * A steady load: operations begin at fixed moments, whether or not the ones before were quick. What
 * comes late because an earlier one was slow has been waiting since its moment, and a time measured
 * from there says so.
 *
 * @param perSecond how many operations
 */
record Schedule(int perSecond) {

  /** Is told the moment at which it should have begun, by {@link System#nanoTime}. */
  interface Operation {
    void run(long due);
  }

  /** Runs the operation until {@code length} is over. */
  void run(Duration length, Operation operation) throws InterruptedException {
    long start = System.nanoTime();
    long count = length.toMillis() * perSecond / 1_000;
    for (long i = 0; i < count; i++) {
      long due = start + i * 1_000_000_000L / perSecond;
      Pause.untilNanos(due);
      operation.run(due);
    }
  }
}
