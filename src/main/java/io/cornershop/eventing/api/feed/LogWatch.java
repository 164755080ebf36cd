package io.cornershop.eventing.api.feed;

import io.cornershop.eventing.store.PositionLog;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Knows how far the position log goes, for all feeds of a node: however many ask, it looks once per
 * interval, whichever node the relay is. Thread-safe.
 */
final class LogWatch implements AutoCloseable {

  private final PositionLog log;
  private final long intervalNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition closing = lock.newCondition();
  private boolean open = true;
  private boolean looked;
  private long lookedAt;
  private long head;

  LogWatch(PositionLog log, Duration interval) {
    this.log = log;
    this.intervalNanos = interval.toNanos();
  }

  /**
   * The number of the last entry, at most an interval old.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  long head() {
    lock.lock();
    try {
      if (!looked || System.nanoTime() - lookedAt >= intervalNanos) {
        head = log.head().number();
        looked = true;
        lookedAt = System.nanoTime();
      }
      return head;
    } finally {
      lock.unlock();
    }
  }

  /** Returns after an interval, or at once when the watch ends. */
  void await() throws InterruptedException {
    lock.lock();
    try {
      if (open) {
        closing.awaitNanos(intervalNanos);
      }
    } finally {
      lock.unlock();
    }
  }

  boolean isOpen() {
    lock.lock();
    try {
      return open;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      open = false;
      closing.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
