package io.cornershop.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
  private final Path data;
  private final List<Integer> ports;
  private Map<String, String> besides = Map.of();
  private Process process;

  private LauncherProcess(Path folder, Path data, List<Integer> ports) {
    this.folder = folder.toAbsolutePath();
    this.data = data.toAbsolutePath();
    this.ports = ports;
  }

  /** Nothing runs yet. Everything will be in {@code folder}. */
  public LauncherProcess(Path folder) {
    this(folder, folder.resolve("data"), FreePorts.find(5));
  }

  /** Another one, on the servers and the data of this one, with a port and a folder of its own. */
  public LauncherProcess beside(String name) {
    return new LauncherProcess(
        folder.resolve(name),
        data,
        List.of(FreePorts.find(1).getFirst(), kafkaPort(), mongoPort(), ports.get(3), inboxPort()));
  }

  /** What the next start finds in its environment besides the usual. */
  public void inEnvironment(Map<String, String> variables) {
    besides = Map.copyOf(variables);
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

  public int inboxPort() {
    return ports.get(4);
  }

  /** Starts it, and returns at once. */
  public void start(String... arguments) {
    run(List.of(), arguments);
  }

  /** Starts the broker and the database alone; returns when they answer. */
  public void startServers() {
    start("--without-liberty");
    awaitServers();
  }

  /** Starts the database and, by {@code broker}, one apart; returns when they answer. */
  void startServersAround(Runnable broker) {
    start("--without-liberty", "--without-kafka");
    broker.run();
    awaitServers();
  }

  private void awaitServers() {
    await(() -> output().contains("Ctrl-C stops both"));
  }

  /** Starts one more node of the application beside servers that run, and returns at once. */
  public void startNode() {
    serverLog().giveRoom();
    start("--only-liberty");
  }

  /** The same, and what it writes to its log finds no room. */
  void startNodeWithoutRoomForLogs() {
    run(serverLog().leaveNoRoom(), "--only-liberty");
  }

  /** Where the application server writes its log. */
  LogFolder serverLog() {
    return new LogFolder(folder.resolve("liberty/cornershop/logs"));
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
      builder.environment().putAll(besides);
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
        "CORNERSHOP_SMTP_PORT", Integer.toString(ports.get(3)),
        "CORNERSHOP_INBOX_PORT", Integer.toString(inboxPort()),
        "CORNERSHOP_DATA", data.toString(),
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
    if (!awaitUnlessEnded(condition)) {
      throw new IllegalStateException("Has ended: " + output());
    }
  }

  /** Waits until {@code condition} holds; false when the launcher has ended before that. */
  public boolean awaitUnlessEnded(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("Too slow: " + output());
      }
      if (endsWithin(PAUSE_MILLIS)) {
        return false;
      }
    }
    return true;
  }

  /** Returns when it and everything that it has started have ended by themselves. */
  public void awaitEnd() {
    endingAll(() -> {});
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

  /** Whether it has been started and has not ended. */
  boolean isAlive() {
    return process != null && process.isAlive();
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
    killTogether(List.of(this), Stream.empty());
  }

  /** Kills everything of all of them and the others at once. */
  static void killTogether(List<LauncherProcess> launchers, Stream<ProcessHandle> others) {
    List<ProcessHandle> handles =
        Stream.concat(launchers.stream().flatMap(each -> each.handles().stream()), others).toList();
    ending(handles, () -> handles.forEach(ProcessHandle::destroyForcibly));
  }

  private void endingAll(Runnable end) {
    ending(handles(), end);
  }

  private static void ending(List<ProcessHandle> handles, Runnable end) {
    end.run();
    CompletableFuture<?>[] ends =
        handles.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ends).orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Sends a signal to the broker alone. */
  void signalKafka(String signal) {
    ProcessHandle kafka =
        process
            .children()
            .filter(
                child ->
                    outputOf("ps", "-ww", "-o", "command=", "-p", pid(child))
                        .contains("EmbeddedKafka"))
            .findFirst()
            .orElseThrow();
    outputOf("kill", signal, pid(kafka));
  }

  private static String pid(ProcessHandle handle) {
    return Long.toString(handle.pid());
  }

  /** What a command says; Java itself shows only the beginning of a long command line. */
  private static String outputOf(String... command) {
    try {
      Process process = new ProcessBuilder(command).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The application server's threads, by name and with what they do. */
  String threads() {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    return outputOf(jcmd, pid(applicationServer()), "Thread.print");
  }

  /** Whether the JVM of the application server runs, ready or not. */
  public boolean hasApplicationServer() {
    return handles().stream().anyMatch(LauncherProcess::isApplicationServer);
  }

  /** The JVM of the application server. */
  ProcessHandle applicationServer() {
    return handles().stream()
        .filter(LauncherProcess::isApplicationServer)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isApplicationServer(ProcessHandle handle) {
    return handle.info().commandLine().orElse("").contains("ws-server.jar");
  }
}
