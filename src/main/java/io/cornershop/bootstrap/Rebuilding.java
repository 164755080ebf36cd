package io.cornershop.bootstrap;

import io.cornershop.eventing.projections.ProjectionHandler;
import io.cornershop.eventing.projections.rebuild.RebuildNode;
import io.cornershop.eventing.projections.rebuild.RebuildSettings;
import io.cornershop.eventing.projections.rebuild.Rebuilds;
import io.cornershop.kernel.Reason;
import io.cornershop.kernel.Unavailable;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  @Inject Rebuilds rebuilds;
  @Inject Roles roles;

  private volatile Optional<Future<?>> looks = Optional.empty();

  /** Only the looking thread knows. */
  private boolean outdatedSeen;

  void start(@Observes @Priority(AFTER_START) Startup event) {
    long millis = RebuildSettings.USUAL.poll().toMillis();
    looks =
        Optional.of(looking.scheduleWithFixedDelay(this::look, 0, millis, TimeUnit.MILLISECONDS));
  }

  /** An upgrade may bring views whose rows the former build did not make. */
  private void rebuildOutdated() {
    if (roles.has(ProjectionHandler.GROUP)) {
      rebuilds
          .rebuildOutdated()
          .forEach(view -> LOG.log(Level.INFO, "{0} was made by an older build: rebuilt", view));
    }
    outdatedSeen = true;
  }

  private void look() {
    try {
      if (!outdatedSeen) {
        rebuildOutdated();
      }
      node.look(working);
    } catch (Unavailable e) {
      LOG.log(Level.DEBUG, "The views are looked at again later: {0}", e.getMessage());
    } catch (RuntimeException e) {
      // Whatever it is: after a look that fails there would be no other.
      LOG.log(Level.ERROR, "The look at the views failed, the next follows: {0}", Reason.trace(e));
    }
  }

  /** Why this node rebuilds nothing any more and does not hear of the rebuilds of others. */
  List<String> dead() {
    boolean ended = looks.map(Future::isDone).orElse(false) && !looking.isShutdown();
    return ended ? List.of("the thread that looks at the views has ended") : List.of();
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
