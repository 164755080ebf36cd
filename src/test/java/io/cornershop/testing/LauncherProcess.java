package io.cornershop.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The launcher as a person starts it: a process with its own ports and its own folder. */
public final class LauncherProcess {

  private static final long DEADLINE_SECONDS = 400;
  private static final long PAUSE_MILLIS = 100;

  private final Path folder;
  private final List<Integer> ports;
  private Process process;

  /** Nothing runs yet. Everything will be in {@code folder}. */
  public LauncherProcess(Path folder) {
    this.folder = folder.toAbsolutePath();
    this.ports = freePorts(3);
  }

  public int httpPort() {
    return ports.get(0);
  }

  public int kafkaPort() {
    return ports.get(1);
  }

  public int mongoPort() {
    return ports.get(2);
  }

  /** Starts it, and returns at once. */
  public void start(String... arguments) {
    run(List.of(), arguments);
  }

  /** Starts it by another process, as a build does, which {@link #kill} then kills instead. */
  public void startBehindAnother(String... arguments) {
    run(List.of("sh", "-c", "\"$@\"; exit $?", "sh"), arguments);
  }

  private void run(List<String> by, String... arguments) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-classpath",
            System.getProperty("java.class.path"),
            "io.cornershop.launcher.Launcher");
    try {
      Files.createDirectories(folder);
      ProcessBuilder builder =
          new ProcessBuilder(
                  Stream.of(by, command, List.of(arguments)).flatMap(List::stream).toList())
              .redirectErrorStream(true)
              .redirectOutput(log().toFile());
      builder.environment().putAll(environment());
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> environment() {
    return Map.of(
        "CORNERSHOP_HTTP_PORT", Integer.toString(httpPort()),
        "CORNERSHOP_KAFKA_PORT", Integer.toString(kafkaPort()),
        "CORNERSHOP_MONGO_PORT", Integer.toString(mongoPort()),
        "CORNERSHOP_DATA", folder.resolve("data").toString(),
        "WLP_OUTPUT_DIR", folder.resolve("liberty").toString());
  }

  /** What it has printed since its start. */
  public String output() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log() {
    return folder.resolve("launcher.log");
  }

  /** Waits until {@code condition} holds; fails when the launcher ends before that. */
  public void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (!condition.getAsBoolean()) {
      boolean late = System.nanoTime() - deadline > 0;
      if (late || endsWithin(PAUSE_MILLIS)) {
        throw new IllegalStateException((late ? "Too slow: " : "Has ended: ") + output());
      }
    }
  }

  private boolean endsWithin(long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits until it has ended by itself. */
  public int awaitExitCode() {
    return process.onExit().orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join().exitValue();
  }

  /** Itself and what it has started. */
  public List<ProcessHandle> handles() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  /** What SIGTERM does; returns when everything has ended. */
  public void terminate() {
    endingAll(process::destroy);
  }

  /** Kills the launcher alone; returns when everything has ended. */
  public void kill() {
    endingAll(process::destroyForcibly);
  }

  /** Kills the application server alone; returns when everything has ended. */
  public void killApplication() {
    List<ProcessHandle> handles = handles();
    endingAll(
        () ->
            handles.stream()
                .filter(LauncherProcess::isApplicationServer)
                .forEach(ProcessHandle::destroyForcibly));
  }

  /** Kills everything at once. */
  public void killEverything() {
    List<ProcessHandle> handles = handles();
    endingAll(() -> handles.forEach(ProcessHandle::destroyForcibly));
  }

  private void endingAll(Runnable end) {
    List<ProcessHandle> handles = handles();
    end.run();
    CompletableFuture<?>[] ends =
        handles.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ends).orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
  }

  private static boolean isApplicationServer(ProcessHandle handle) {
    return handle.info().commandLine().orElse("").contains("ws-server.jar");
  }

  private static List<Integer> freePorts(int count) {
    if (count == 0) {
      return List.of();
    }
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Stream<Integer> others = freePorts(count - 1).stream();
      return Stream.concat(Stream.of(socket.getLocalPort()), others).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
