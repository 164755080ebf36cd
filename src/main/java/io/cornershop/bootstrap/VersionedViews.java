package io.cornershop.bootstrap;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.projections.GapCounts;
import io.cornershop.eventing.projections.RowUpdates;
import io.cornershop.eventing.projections.rebuild.RebuildNode;
import io.cornershop.eventing.projections.rebuild.RebuildParts;
import io.cornershop.eventing.projections.rebuild.RebuildSettings;
import io.cornershop.eventing.projections.rebuild.Rebuilds;
import io.cornershop.eventing.projections.versions.KnownVersions;
import io.cornershop.eventing.projections.versions.MongoRowVersions;
import io.cornershop.eventing.projections.versions.MongoViewRegistry;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.ReplayObserver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/** What rebuilds are made of, and what every node knows of the versions of views. */
@ApplicationScoped
class VersionedViews {

  @Produces
  @Singleton
  RebuildParts rebuildParts(
      MongoDatabase database, EventStore store, PositionLog log, ReplayObserver replayed) {
    return new RebuildParts(
        new MongoViewRegistry(database),
        new MongoRowVersions(database),
        store,
        log,
        reader(),
        replayed);
  }

  /** A rebuild asks for few pages at a time, and no two rebuilds run at once. */
  private static Executor reader() {
    ThreadFactory threads = Thread.ofVirtual().name("cornershop-rebuild-reader-", 0).factory();
    return task -> threads.newThread(task).start();
  }

  /** Only by its own type: which rows are current is said for requests in {@link ReadModels}. */
  @Produces
  @Singleton
  @Typed(KnownVersions.class)
  KnownVersions knownVersions(RebuildParts parts) {
    return new KnownVersions(
        parts.registry(), parts.rows(), RebuildSettings.OLDEST_KNOWLEDGE, System::nanoTime);
  }

  @Produces
  @Singleton
  GapCounts gapCounts() {
    return new GapCounts();
  }

  @Produces
  @Singleton
  Rebuilds rebuilds(RebuildParts parts, Views views, Clock clock, KnownVersions known) {
    return new Rebuilds(parts, views.all(), clock, known::forget);
  }

  @Produces
  @Singleton
  RebuildNode rebuildNode(RebuildParts parts, KnownVersions known, ViewUpdates views, Roles roles) {
    List<RowUpdates<?>> ours = roles.has("projections") ? views.all() : List.of();
    return new RebuildNode(UUID.randomUUID().toString(), parts, RebuildSettings.USUAL, known, ours);
  }
}
