package io.cornershop.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A real Kafka broker in a JVM of its own, for one test class: on a free port, with its data under
 * target/. Ends with the tests' JVM, however that ends.
 */
public final class TestBroker implements AutoCloseable {

  private static final long DEADLINE_SECONDS = 90;

  private final int port;
  private final Path directory;
  private Process process;

  private TestBroker(int port, Path directory) {
    this.port = port;
    this.directory = directory;
  }

  /** An empty broker; returns when it answers. */
  public static TestBroker start() {
    try {
      Path parent = Files.createDirectories(Path.of("target", "test-brokers"));
      TestBroker broker = new TestBroker(freePort(), Files.createTempDirectory(parent, "kafka"));
      broker.restart();
      return broker;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Stops the broker in order, keeping its data. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitEnd();
  }

  /** Ends the broker at once, as a power failure of its process would. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Starts the broker again, on the same port and data, after {@link #kill} or {@link #close}. */
  public void restart() {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-classpath",
            System.getProperty("java.class.path"),
            "io.cornershop.launcher.EmbeddedKafka",
            Integer.toString(port),
            directory.resolve("data").toString());
    try {
      process = new ProcessBuilder(command).redirectError(appendTo("kafka.log")).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitReady();
  }

  private ProcessBuilder.Redirect appendTo(String file) {
    return ProcessBuilder.Redirect.appendTo(directory.resolve(file).toFile());
  }

  private void awaitReady() {
    BufferedReader output = process.inputReader();
    CompletableFuture.supplyAsync(() -> output.lines().anyMatch(line -> line.contains("listens")))
        .completeOnTimeout(false, DEADLINE_SECONDS, TimeUnit.SECONDS)
        .thenAccept(
            ready -> {
              if (!ready) {
                process.destroyForcibly();
                throw new IllegalStateException("The broker does not start, see " + directory);
              }
            })
        .join();
  }

  private void awaitEnd() {
    process.onExit().orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
