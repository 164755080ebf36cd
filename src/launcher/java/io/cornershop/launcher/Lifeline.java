package io.cornershop.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ties an embedded server to the process that started it, by the pipe that is its standard input:
 * the operating system closes the pipe however that process ends, {@code kill -9} included, and no
 * process id can be mistaken. On the way out the application goes first, because it drains into the
 * servers: its process id comes through the same pipe.
 */
final class Lifeline {

  static final String APPLICATION = "application ";

  /** How long a server stays up for the others after it was told to stop. */
  private static final long PATIENCE_SECONDS = 45;

  private final CountDownLatch cut = new CountDownLatch(1);
  private volatile OptionalLong application = OptionalLong.empty();

  private Lifeline() {}

  /**
   * Keeps this JVM up as long as its parent lives, and runs {@code stop} on the way out. A signal
   * to the whole process group (Ctrl-C) reaches this JVM too, but waits here until the parent has
   * taken the application down. A server that fails to start ends at once.
   */
  static void hold(Runnable stop) {
    Lifeline lifeline = new Lifeline();
    Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> fail(e));
    Thread.ofPlatform().daemon().name("lifeline").start(lifeline::read);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      lifeline.awaitCut();
                      stop.run();
                    }));
  }

  private static void fail(Throwable cause) {
    cause.printStackTrace();
    Runtime.getRuntime().halt(1);
  }

  private void read() {
    try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(APPLICATION)) {
          application = OptionalLong.of(Long.parseLong(line.substring(APPLICATION.length())));
        }
      }
    } catch (IOException e) {
      System.err.println("The pipe from the launcher broke: " + e.getMessage());
    }
    application.ifPresent(pid -> ProcessHandle.of(pid).ifPresent(Processes::stop));
    cut.countDown();
    System.exit(0);
  }

  private void awaitCut() {
    try {
      if (!cut.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("Told to stop while the launcher lives on; stopping");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
