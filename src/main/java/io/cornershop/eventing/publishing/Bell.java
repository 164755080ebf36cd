package io.cornershop.eventing.publishing;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Wakes one waiting thread; a ring while nobody waits is kept, several become one. */
final class Bell {

  private final BlockingQueue<Boolean> rung = new ArrayBlockingQueue<>(1);

  void ring() {
    rung.offer(Boolean.TRUE);
  }

  /** Returns at the next ring, or after {@code longest}. */
  void await(Duration longest) throws InterruptedException {
    rung.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
  }
}
