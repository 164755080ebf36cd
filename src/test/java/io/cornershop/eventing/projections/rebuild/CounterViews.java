package io.cornershop.eventing.projections.rebuild;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.projections.GapListener;
import io.cornershop.eventing.projections.RowUpdates;
import io.cornershop.eventing.projections.versions.KnownVersions;
import io.cornershop.eventing.projections.versions.MongoRowVersions;
import io.cornershop.eventing.projections.versions.MongoViewRegistry;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.mongo.MongoEventStore;
import io.cornershop.eventing.store.mongo.MongoPositionLog;
import io.cornershop.eventing.store.mongo.StoreSetup;
import io.cornershop.eventing.testing.CounterFixtures;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** The view of counters on a database that several processes share. */
final class CounterViews {

  static final String DATABASE = "cornershop";
  static final RebuildSettings SETTINGS =
      new RebuildSettings(Duration.ofMillis(100), 10, Duration.ofSeconds(3), 20, 10);

  final CounterTotalProjection projection = new CounterTotalProjection();
  final RebuildParts parts;
  final KnownVersions known;
  final RowUpdates<CounterTotal> updates;

  CounterViews(MongoDatabase database) {
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
    return new RebuildNode(name, parts, SETTINGS, known, List.of(updates));
  }
}
