package io.cornershop.launcher;

/**
 * Takes the application down when the launcher of a single node is killed, as the servers do where
 * there are some: see {@link Lifeline}. A JVM of its own that does nothing else.
 */
public final class Guard {

  private Guard() {}

  /** Runs until the parent process ends. */
  public static void main(String[] arguments) throws InterruptedException {
    Lifeline.hold(() -> {});
    Thread.currentThread().join();
  }
}
