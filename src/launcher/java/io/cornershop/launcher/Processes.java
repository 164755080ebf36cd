package io.cornershop.launcher;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes: asks first, and insists when the time is up. */
final class Processes {

  private static final long GRACE_SECONDS = 35;

  private Processes() {}

  /** Returns when the process {@code pid} has ended; at once when there is none. */
  static void stop(long pid) {
    ProcessHandle.of(pid).ifPresent(Processes::stop);
  }

  /** Returns when {@code process} has ended. */
  static void stop(ProcessHandle process) {
    process.destroy();
    if (!endsWithin(GRACE_SECONDS, process)) {
      process.destroyForcibly();
      endsWithin(GRACE_SECONDS, process);
    }
  }

  /**
   * Ends this JVM from a thread of its own. The exit waits until the children have ended, and that
   * is reported by the thread in which this is called: on two processors there is only one.
   */
  static void exit(int status) {
    new Thread(() -> System.exit(status), "exit").start();
  }

  static boolean endsWithin(long seconds, ProcessHandle process) {
    try {
      process.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
