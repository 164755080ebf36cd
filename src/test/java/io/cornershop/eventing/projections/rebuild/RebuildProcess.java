package io.cornershop.eventing.projections.rebuild;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.cornershop.kernel.Unavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A node that rebuilds, in a JVM of its own, to be killed. Ends with the tests' JVM. */
record RebuildProcess(String name, Process process) implements AutoCloseable {

  static RebuildProcess start(String name, String mongo) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-classpath",
            System.getProperty("java.class.path"),
            RebuildProcess.class.getName(),
            name,
            mongo);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return new RebuildProcess(name, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs until its input ends. */
  public static void main(String[] arguments) throws IOException {
    Executor worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon(true).factory());
    try (MongoClient client = MongoClients.create(arguments[1])) {
      RebuildNode node =
          new CounterViews(client.getDatabase(CounterViews.DATABASE)).node(arguments[0]);
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon(true).factory())
          .scheduleWithFixedDelay(() -> look(node, worker), 0, 100, TimeUnit.MILLISECONDS);
      System.in.transferTo(System.err);
    }
  }

  private static void look(RebuildNode node, Executor worker) {
    try {
      node.look(worker);
    } catch (Unavailable e) {
      System.err.println("The database does not answer: " + e.getMessage());
    }
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
