package io.cornershop.eventing.commands;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How often a writer has lost a stream to writers on other nodes. Whoever has just won knows the
 * stream's end and is quicker next time, so a busy node can win many times in a row: the other goes
 * on for about a second, with random pauses that part losers from each other. One thread.
 */
final class Contention {

  private static final int MOST = 200;
  private static final int WITHOUT_PAUSE = 4;
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

  private final StreamId stream;
  private int lost;

  Contention(StreamId stream) {
    this.stream = stream;
  }

  /**
   * Another writer was first: returns when it is worth another try.
   *
   * @throws Unavailable when that has happened too often
   */
  void lost() {
    lost++;
    if (lost == MOST) {
      throw new Unavailable(stream + " is very busy", Duration.ofSeconds(1), null);
    }
    if (lost > WITHOUT_PAUSE) {
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE));
    }
  }
}
