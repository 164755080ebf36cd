package io.cornershop.bench;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Threads that each repeat an operation of their own. The first failure of an operation ends the
 * measurement. One thread at a time.
 */
final class Workers {

  private final String side;

  /**
   * @param side begins the threads' names, so that a recording can tell the sides apart
   */
  Workers(String side) {
    this.side = side;
  }

  static Workers ours() {
    return new Workers("ours");
  }

  static Workers raw() {
    return new Workers("raw");
  }

  /** Operations per second of {@code count} threads within {@code length}. */
  double rate(int count, Supplier<Runnable> operations, Duration length)
      throws InterruptedException {
    AtomicLong done = new AtomicLong();
    long start = System.nanoTime();
    long end = start + length.toNanos();
    runAll(
        count,
        () -> {
          Runnable operation = operations.get();
          while (System.nanoTime() - end < 0) {
            operation.run();
            done.incrementAndGet();
          }
        });
    return perSecond(done.get(), start);
  }

  /** Operations per second of one thread that does {@code operations} of them. */
  double rateOf(int operations, Runnable operation) throws InterruptedException {
    long start = System.nanoTime();
    runAll(
        1,
        () -> {
          for (int i = 0; i < operations; i++) {
            operation.run();
          }
        });
    return perSecond(operations, start);
  }

  private static double perSecond(long operations, long start) {
    return operations * 1e9 / (System.nanoTime() - start);
  }

  /** What one thread does. */
  interface Work {
    void run() throws InterruptedException;
  }

  /** Runs {@code work} in {@code count} threads and returns when all have ended. */
  void runAll(int count, Work work) throws InterruptedException {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(count, Thread.ofPlatform().name(side + "-", 1).factory())) {
      Callable<Boolean> task =
          () -> {
            work.run();
            return true;
          };
      List<Callable<Boolean>> all = Collections.nCopies(count, task);
      for (Future<Boolean> ended : threads.invokeAll(all)) {
        get(ended);
      }
    }
  }

  private static void get(Future<Boolean> ended) throws InterruptedException {
    try {
      ended.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("An operation failed: " + e.getCause(), e.getCause());
    }
  }
}
