package io.cornershop.launcher;

import java.util.concurrent.TimeUnit;

/**
 * Waits for processes and ends them. Each wait has a thread of its own: the pool that completes
 * futures may have a single one, and to leave the JVM from there would block all the others.
 */
final class Processes {

  private static final long GRACE_SECONDS = 35;
  private static final long PAUSE_MILLIS = 50;

  private Processes() {}

  /** Runs {@code reaction} when {@code process} has ended. */
  static void whenEnded(ProcessHandle process, Runnable reaction) {
    Thread.ofPlatform()
        .daemon()
        .name("watch " + process.pid())
        .start(
            () -> {
              if (endsWithin(Long.MAX_VALUE, process)) {
                reaction.run();
              }
            });
  }

  /** Asks {@code process} to end, and insists when the time is up; returns when it has ended. */
  static void stop(ProcessHandle process) {
    process.destroy();
    if (!endsWithin(GRACE_SECONDS, process)) {
      process.destroyForcibly();
      endsWithin(GRACE_SECONDS, process);
    }
  }

  /** False when the time is up, or when the thread shall not wait any longer. */
  static boolean endsWithin(long seconds, ProcessHandle process) {
    long start = System.nanoTime();
    long patience = TimeUnit.SECONDS.toNanos(seconds);
    try {
      while (process.isAlive()) {
        if (System.nanoTime() - start > patience) {
          return false;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
