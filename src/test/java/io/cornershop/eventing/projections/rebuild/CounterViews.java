package io.cornershop.eventing.projections.rebuild;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.GapListener;
import io.cornershop.eventing.projections.RowUpdates;
import io.cornershop.eventing.projections.Rows;
import io.cornershop.eventing.projections.ViewCollections;
import io.cornershop.eventing.projections.versions.KnownVersions;
import io.cornershop.eventing.projections.versions.MongoRowVersions;
import io.cornershop.eventing.projections.versions.MongoViewRegistry;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.mongo.MongoEventStore;
import io.cornershop.eventing.store.mongo.MongoPositionLog;
import io.cornershop.eventing.store.mongo.StoreSetup;
import io.cornershop.eventing.testing.CounterEvent.Counted;
import io.cornershop.eventing.testing.CounterFixtures;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** The view of counters on a database that several processes share. */
final class CounterViews {

  static final String DATABASE = "cornershop";
  static final String VIEW = "counter_totals";
  static final RebuildSettings SETTINGS =
      new RebuildSettings(Duration.ofMillis(100), 10, Duration.ofSeconds(3), 20, 10);

  private static final int CONTROL = 99;

  private final MongoDatabase database;
  final CounterTotalProjection projection;
  final RebuildParts parts;
  final KnownVersions known;
  final RowUpdates<CounterTotal> updates;

  CounterViews(MongoDatabase database) {
    this(database, new CounterTotalProjection());
  }

  /** The same as a build sees it that makes these rows. */
  CounterViews(MongoDatabase database, CounterTotalProjection projection) {
    this.database = database;
    this.projection = projection;
    StoreSetup setup = new StoreSetup(database, false);
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    MongoEventStore store =
        new MongoEventStore(database, setup, StoreLimits.USUAL, clock, commitId -> {});
    this.parts =
        new RebuildParts(
            new MongoViewRegistry(database),
            new MongoRowVersions(database),
            store,
            new MongoPositionLog(database, setup),
            task -> Thread.ofVirtual().start(task));
    this.known =
        new KnownVersions(
            parts.registry(), parts.rows(), RebuildSettings.OLDEST_KNOWLEDGE, System::nanoTime);
    this.updates =
        new RowUpdates<>(
            projection, CounterFixtures.TYPES, CounterFixtures.JSON, store, GapListener.NONE);
  }

  RebuildNode node(String name) {
    return node(name, SETTINGS);
  }

  RebuildNode node(String name, RebuildSettings settings) {
    return new RebuildNode(name, parts, settings, known, List.of(updates));
  }

  /** Stores, numbers and handles what commands come to, as store, relay and consumer do. */
  CommandHandler shop(Consumer<EventEnvelope> consumer) {
    return CounterFixtures.handlerOn(
        parts.store(),
        Clock.systemUTC(),
        commit -> {
          if (!parts.log().append(List.of(parts.log().head().next(commit)))) {
            throw new IllegalStateException("There is another relay");
          }
          commit.events().forEach(consumer);
        });
  }

  /** What lies in the database, byte by byte, but for how often a row was written. */
  Set<String> documents(int version) {
    Set<String> documents = new TreeSet<>();
    for (Document row : database.getCollection(ViewCollections.nameOf(VIEW, version)).find()) {
      row.remove("_revision");
      documents.add(row.toJson(JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build()));
    }
    return documents;
  }

  /** What would lie there if the log was folded now, from its beginning, by this build. */
  Set<String> foldOfTheStore() {
    parts.rows().drop(VIEW, CONTROL);
    Rows control = parts.rows().rows(CONTROL);
    control.prepare(projection);
    FoldedLog.into(control, parts, updates);
    return documents(CONTROL);
  }

  /** The same of one counter, by a loop over its stream and nothing of the engine's. */
  CounterTotal countedInTheStore(String counterId) {
    StreamId stream = new StreamId("Counter", counterId);
    List<Counted> events = new ArrayList<>();
    List<Commit> page = parts.store().read(stream, 1, 100);
    while (!page.isEmpty()) {
      page.stream()
          .flatMap(commit -> commit.events().stream())
          .forEach(event -> events.add((Counted) CounterFixtures.JSON.decode(event)));
      page = parts.store().read(stream, page.getLast().lastSequence() + 1, 100);
    }
    return new CounterTotal(counterId, events.getLast().total(), events.size());
  }
}
