package io.cornershop.eventing.consuming.channels;

import com.mongodb.client.MongoClients;
import io.cornershop.eventing.consuming.CountedEvents;
import io.cornershop.eventing.consuming.RecordingHandler;
import io.cornershop.eventing.deadletters.mongo.MongoDeadLetters;
import io.cornershop.eventing.events.EventEnvelope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A {@link TestNode} in a JVM of its own, which can be killed. Ends with the tests' JVM. */
final class NodeProcess implements AutoCloseable {

  private final Path journal;
  private final Process process;

  private NodeProcess(Path journal, Process process) {
    this.journal = journal;
    this.process = process;
  }

  /** Starts to handle what is on {@code topic}; each handled event is a line of its journal. */
  static NodeProcess start(String bootstrapServers, TestTopic topic) {
    return start(bootstrapServers, topic, "");
  }

  /** The same with dead letters in a database, where every key that ends with 7 fails at 3. */
  static NodeProcess start(String bootstrapServers, TestTopic topic, String database) {
    return start(NodeProcess.class, bootstrapServers, topic, database);
  }

  /** Runs another main class; its arguments are brokers, topic, group, journal and these. */
  static NodeProcess start(
      Class<?> main, String bootstrapServers, TestTopic topic, String... arguments) {
    try {
      Path journal = Files.createTempFile(Path.of("target"), "handled", ".txt");
      List<String> command = new ArrayList<>(java(main));
      command.addAll(List.of(bootstrapServers, topic.name(), topic.group(), journal.toString()));
      command.addAll(List.of(arguments));
      return new NodeProcess(
          journal,
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> java(Class<?> main) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx128m",
        "-XX:TieredStopAtLevel=1",
        "-classpath",
        System.getProperty("java.class.path"),
        main.getName());
  }

  /** What the process runs: handles until its standard input ends. */
  public static void main(String[] arguments) throws IOException {
    Path journal = Path.of(arguments[3]);
    RecordingHandler handler =
        new RecordingHandler("counting", "Counted")
            .doing(
                event -> {
                  CountedEvents.delay(20);
                  failWhereAsked(event, arguments[4]);
                  append(journal, event.stream().aggregateId() + " " + event.sequence() + "\n");
                });
    Backing backing = arguments[4].isEmpty() ? Backing.empty() : on(arguments[4], arguments[1]);
    TestNode node = TestNode.start(arguments[0], arguments[1], arguments[2], handler, backing);
    System.in.transferTo(System.out);
    node.stop();
  }

  private static void failWhereAsked(EventEnvelope event, String database) {
    boolean bad = event.sequence() == 3 && event.stream().aggregateId().endsWith("7");
    if (bad && !database.isEmpty()) {
      throw new IllegalStateException("a bug");
    }
  }

  private static Backing on(String database, String name) {
    return Backing.empty()
        .with(new MongoDeadLetters(MongoClients.create(database).getDatabase(name)));
  }

  private static synchronized void append(Path journal, String line) {
    try {
      Files.writeString(journal, line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sequences that were handled, by aggregate, in the order they were. */
  Map<String, List<Long>> handled() {
    Map<String, List<Long>> handled = new TreeMap<>();
    for (String line : lines()) {
      String[] words = line.split(" ");
      handled.computeIfAbsent(words[0], k -> new ArrayList<>()).add(Long.parseLong(words[1]));
    }
    return handled;
  }

  int count() {
    return lines().size();
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(journal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the process at once. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Stops the process in the middle of whatever it does, as a long pause of its machine would. */
  void freeze() {
    signal("-STOP");
  }

  /** Lets a frozen process go on; it does not know that time has passed. */
  void thaw() {
    signal("-CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", name, Long.toString(process.pid())).start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
