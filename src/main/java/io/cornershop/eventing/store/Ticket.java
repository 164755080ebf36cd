package io.cornershop.eventing.store;

import io.cornershop.eventing.store.GroupWork.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * The place of one job in a {@link GroupWork}. Its caller waits here, until it is told that it
 * leads or that its group has ended. Thread-safe.
 */
final class Ticket<J, R> {

  private final J job;
  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean leads;
  private volatile FutureTask<List<R>> task;
  private volatile int index;

  Ticket(J job) {
    this.job = job;
  }

  J job() {
    return job;
  }

  boolean leads() {
    return leads;
  }

  FutureTask<List<R>> task() {
    return task;
  }

  void joins(FutureTask<List<R>> group, int place) {
    index = place;
    task = group;
  }

  void turn(Turn turn) {
    if (turn == Turn.LEADS) {
      leads = true;
    } else {
      ended.countDown();
    }
    told.countDown();
  }

  /** What the caller is told; empty after that time, or when it is interrupted. */
  Optional<Turn> await(Duration patience) {
    try {
      if (!told.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return Optional.empty();
      }
      return Optional.of(leads ? Turn.LEADS : Turn.ENDED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Waits for the end of a job that has begun, also when interrupted; false when it is late. */
  boolean awaitEnd(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return ended.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** How the job ended. */
  R result() {
    return GroupWork.endOf(task, index);
  }
}
