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
import io.cornershop.kernel.Unavailable;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Rebuilds of views: every node looks who reads what, those with the role do the work. */
@ApplicationScoped
class Rebuilding {

  private static final Logger LOG = System.getLogger(Rebuilding.class.getName());
  private static final int AFTER_START = Interceptor.Priority.APPLICATION + 100;
  private static final long STOP_SECONDS = 10;

  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("cornershop-views").daemon(true).factory());
  private final ExecutorService working =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("cornershop-rebuild").daemon(true).factory());

  @Inject RebuildNode node;

  @Produces
  @Singleton
  RebuildParts rebuildParts(MongoDatabase database, EventStore store, PositionLog log) {
    return new RebuildParts(
        new MongoViewRegistry(database), new MongoRowVersions(database), store, log);
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
  Rebuilds rebuilds(RebuildParts parts, Views views, Clock clock) {
    return new Rebuilds(parts, views.all(), clock);
  }

  @Produces
  @Singleton
  RebuildNode rebuildNode(RebuildParts parts, KnownVersions known, ViewUpdates views, Roles roles) {
    List<RowUpdates<?>> ours = roles.has("projections") ? views.all() : List.of();
    return new RebuildNode(UUID.randomUUID().toString(), parts, RebuildSettings.USUAL, known, ours);
  }

  void start(@Observes @Priority(AFTER_START) Startup event) {
    long millis = RebuildSettings.USUAL.poll().toMillis();
    looking.scheduleWithFixedDelay(this::look, 0, millis, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      node.look(working);
    } catch (Unavailable e) {
      LOG.log(Level.DEBUG, "The views are looked at again when the database answers", e);
    }
  }

  void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) Shutdown event)
      throws InterruptedException {
    node.stop();
    looking.shutdownNow();
    working.shutdown();
    if (!working.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
      LOG.log(Level.WARNING, "A rebuild is left in the middle; another node goes on with it");
    }
  }
}
