package io.cornershop.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A server of the local run in a JVM of its own: on a free port, with its data under target/. Ends
 * with the tests' JVM, however that ends.
 */
final class TestServer {

  private static final long DEADLINE_SECONDS = 90;

  private final String mainClass;
  private final int port;
  private final Path directory;
  private Process process;

  private TestServer(String mainClass, int port, Path directory) {
    this.mainClass = mainClass;
    this.port = port;
    this.directory = directory;
  }

  /** An empty server; returns when it answers. */
  static TestServer start(String mainClass, String kind) {
    try {
      Path parent = Files.createDirectories(Path.of("target", "test-brokers"));
      TestServer server =
          new TestServer(
              mainClass, FreePorts.find(1).getFirst(), Files.createTempDirectory(parent, kind));
      server.restart();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that does not run yet, and will have its data and its log in a directory. */
  static TestServer prepare(String mainClass, int port, Path directory) {
    return new TestServer(mainClass, port, directory);
  }

  /** Whether it has been started and has not ended. */
  boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Its process since the last start. */
  ProcessHandle handle() {
    return process.toHandle();
  }

  int port() {
    return port;
  }

  /** Stops in order, keeping the data. */
  void stop() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitEnd();
  }

  /** Ends at once, as a power failure of its process would. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Stops to do anything, but stays: SIGSTOP. */
  void freeze() {
    signal("-STOP");
  }

  /** Goes on after {@link #freeze}. */
  void thaw() {
    signal("-CONT");
  }

  private void signal(String signal) {
    try {
      Process sent = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
      sent.onExit().orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts again, on the same port and data. */
  void restart() {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-classpath",
            System.getProperty("java.class.path"),
            mainClass,
            Integer.toString(port),
            directory.resolve("data").toString());
    try {
      Files.createDirectories(directory);
      process =
          new ProcessBuilder(command)
              .redirectError(
                  ProcessBuilder.Redirect.appendTo(directory.resolve("server.log").toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitReady();
  }

  private void awaitReady() {
    BufferedReader output = process.inputReader();
    CompletableFuture.supplyAsync(() -> output.lines().anyMatch(line -> line.contains("listens")))
        .completeOnTimeout(false, DEADLINE_SECONDS, TimeUnit.SECONDS)
        .thenAccept(
            ready -> {
              if (!ready) {
                process.destroyForcibly();
                throw new IllegalStateException("The server does not start, see " + directory);
              }
            })
        .join();
  }

  private void awaitEnd() {
    process.onExit().orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
  }
}
