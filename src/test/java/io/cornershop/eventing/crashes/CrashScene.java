package io.cornershop.eventing.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.cornershop.eventing.crashes.NodeSettings.Servers;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.testing.Await;
import io.cornershop.testing.TestBroker;
import io.cornershop.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A database, a broker, and nodes that come and go. */
final class CrashScene implements AutoCloseable {

  private static final int LAST_COMMANDS = 10;
  private static final Duration LONGEST_CATCH_UP = Duration.ofSeconds(120);

  final TestDatabase database = TestDatabase.start();
  final TestBroker broker = TestBroker.start();
  private final Journal journal;
  private final MongoClient client = MongoClients.create(database.uri());
  private final StoredHistory stored = new StoredHistory(client.getDatabase(EngineNode.DATABASE));
  private final List<EngineProcess> nodes = new ArrayList<>();

  CrashScene() {
    try {
      Path parent = Files.createDirectories(Path.of("target", "crashes"));
      Path folder = Files.createTempDirectory(parent, "scene");
      this.journal = new Journal(Files.createDirectory(folder.resolve("journal")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  NodeSettings node(String name) {
    Servers servers = new Servers(database.uri(), broker.bootstrapServers());
    return NodeSettings.of(name, servers, journal.folder());
  }

  EngineProcess start(NodeSettings settings) {
    EngineProcess node = EngineProcess.start(settings);
    nodes.add(node);
    return node;
  }

  /** How many commits have a position. */
  long positions() {
    return stored.positions();
  }

  /** Returns when {@code more} further commits have got a position. */
  void awaitPositions(long more) {
    long wanted = positions() + more;
    Await.holds("position " + wanted, () -> positions() >= wanted);
  }

  /**
   * Lets nodes that nothing happens to repeat what was not answered and publish what remains, and
   * proves that nothing was lost, doubled or disordered.
   *
   * @param names of all nodes that have written
   */
  void assertNothingIsLost(String... names) {
    try {
      int last = journal.longest() + LAST_COMMANDS;
      List<EngineProcess> healers =
          Stream.of(names).map(name -> start(node(name).untilCommand(last))).toList();
      healers.forEach(EngineProcess::awaitWritten);
      Await.until(LONGEST_CATCH_UP, stored::isPublished, published -> published);
      healers.forEach(EngineProcess::stop);
      prove();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void prove() throws IOException {
    var acknowledged = journal.acknowledged();
    Map<String, List<String>> expected = stored.provenEvents(acknowledged);
    PublishedHistory published =
        PublishedHistory.of(broker.bootstrapServers(), CounterFixtures.COUNTERS.topic());
    assertThat(published.firstOccurrences().keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (key, events) ->
            assertThat(published.firstOccurrences().get(key)).as(key).isEqualTo(events));
    int events = expected.values().stream().mapToInt(List::size).sum();
    note(
        "%d commands acknowledged, %d commits, %d events, %d records on Kafka"
            .formatted(acknowledged.size(), stored.commits(), events, published.records()));
  }

  /** Adds a line to the figures of this run. */
  void note(String figure) {
    try {
      Files.writeString(
          Path.of("target", "crashes", "figures.txt"),
          figure + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    nodes.forEach(EngineProcess::close);
    client.close();
    broker.close();
    database.close();
  }
}
