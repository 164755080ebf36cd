package io.cornershop.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A database and a broker: those that were named, else the embedded ones, started by the launcher
 * as in the local run, on free ports and with empty data. They end with this process.
 *
 * @param launcher what runs the embedded ones, when one of them is used
 */
record Servers(String mongodb, String kafka, Optional<Process> launcher) implements AutoCloseable {

  private static final long GRACE_SECONDS = 60;

  static Servers start(BenchSettings settings) throws IOException, InterruptedException {
    if (settings.mongodb().isPresent() && settings.kafka().isPresent()) {
      return new Servers(settings.mongodb().get(), settings.kafka().get(), Optional.empty());
    }
    int mongoPort = freePort();
    int kafkaPort = freePort();
    Process launcher = launch(mongoPort, kafkaPort);
    Servers servers =
        new Servers(
            settings.mongodb().orElse("mongodb://127.0.0.1:" + mongoPort),
            settings.kafka().orElse("127.0.0.1:" + kafkaPort),
            Optional.of(launcher));
    try {
      Pause.until("Mongo listens", () -> servers.isUp(launcher, mongoPort));
      Pause.until("Kafka listens", () -> servers.isUp(launcher, kafkaPort));
    } catch (IllegalStateException e) {
      servers.close();
      throw e;
    }
    return servers;
  }

  private static Process launch(int mongoPort, int kafkaPort) throws IOException {
    Path folder = BenchSettings.FOLDER.resolve("servers").toAbsolutePath();
    deleteAll(folder);
    Files.createDirectories(folder);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-classpath",
            System.getProperty("java.class.path"),
            "io.cornershop.launcher.Launcher",
            "--without-liberty");
    builder
        .environment()
        .putAll(
            Map.of(
                "CORNERSHOP_MONGO_PORT", Integer.toString(mongoPort),
                "CORNERSHOP_KAFKA_PORT", Integer.toString(kafkaPort),
                "CORNERSHOP_SMTP_PORT", Integer.toString(freePort()),
                "CORNERSHOP_INBOX_PORT", Integer.toString(freePort()),
                "CORNERSHOP_DATA", folder.resolve("data").toString()));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("launcher.log").toFile())
        .start();
  }

  private boolean isUp(Process process, int port) {
    if (!process.isAlive()) {
      throw new IllegalStateException("The servers have ended: see target/bench/servers");
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> below = Files.walk(folder)) {
      List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }

  /** Returns when the embedded servers have ended. */
  @Override
  public void close() {
    launcher.ifPresent(Servers::stop);
    try {
      deleteAll(BenchSettings.FOLDER.resolve("servers").resolve("data").resolve("mongo"));
      deleteAll(BenchSettings.FOLDER.resolve("servers").resolve("data").resolve("kafka"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(Process launcher) {
    launcher.destroy();
    try {
      if (!launcher.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        launcher.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      launcher.destroyForcibly();
    }
  }
}
