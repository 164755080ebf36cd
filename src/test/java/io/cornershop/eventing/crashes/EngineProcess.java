package io.cornershop.eventing.crashes;

import io.cornershop.eventing.publishing.RelayStatus.Condition;
import io.cornershop.testing.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** An {@link EngineNode} in a JVM of its own, to be killed or frozen. Ends with the tests' JVM. */
final class EngineProcess implements AutoCloseable {

  private static final long DEADLINE_SECONDS = 90;

  private final NodeSettings settings;
  private final Process process;
  private final List<String> output = new CopyOnWriteArrayList<>();

  private EngineProcess(NodeSettings settings, Process process) {
    this.settings = settings;
    this.process = process;
  }

  static EngineProcess start(NodeSettings settings) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-classpath",
                System.getProperty("java.class.path"),
                EngineNode.class.getName()));
    command.addAll(settings.toArguments());
    Path log = settings.journal().resolveSibling(settings.name() + ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      EngineProcess node = new EngineProcess(settings, process);
      Thread.ofPlatform().daemon().start(node::readOutput);
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readOutput() {
    try (BufferedReader lines = process.inputReader()) {
      lines.lines().forEach(output::add);
    } catch (IOException | UncheckedIOException e) {
      output.add("killed");
    }
  }

  String name() {
    return settings.name();
  }

  /** What its relay was doing when it last said so. */
  Condition relay() {
    return output.stream()
        .filter(line -> line.startsWith(EngineNode.RELAY))
        .map(line -> Condition.valueOf(line.substring(EngineNode.RELAY.length())))
        .reduce((first, second) -> second)
        .orElse(Condition.JOINING);
  }

  void awaitRelay(Condition condition) {
    Await.holds(name() + " is " + condition, () -> relay() == condition);
  }

  /** Returns when its writers have given all their commands. */
  void awaitWritten() {
    Await.holds(name() + " has written", () -> output.contains(EngineNode.WRITTEN));
  }

  /** Returns when it has died at its fault. */
  void awaitFault() {
    int code = process.onExit().orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join().exitValue();
    if (code != Fault.EXIT_CODE) {
      throw new AssertionError(name() + " ended with " + code + ", not at " + settings.fault());
    }
  }

  /** Lets it work for a while and kills it. */
  void killAfter(Duration life) {
    Await.holds(name() + " has begun", () -> output.contains(EngineNode.BEGUN));
    try {
      if (process.waitFor(life.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new AssertionError(name() + " ended by itself with " + process.exitValue());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    kill();
  }

  /** Ends it at once. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  void freeze() {
    signal("-STOP");
  }

  void thaw() {
    signal("-CONT");
  }

  private void signal(String signal) {
    try {
      Process sent = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
      if (sent.waitFor() != 0) {
        throw new AssertionError("kill " + signal + " failed for " + name());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops it in order. */
  void stop() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process.onExit().orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Whatever became of it, it does not stay. */
  @Override
  public void close() {
    kill();
  }
}
