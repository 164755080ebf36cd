package io.cornershop.launcher;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What runs now, and the order in which it ends: first the application, then its servers. */
final class Platform {

  private final List<Child> servers = new CopyOnWriteArrayList<>();
  private volatile Optional<Child> application = Optional.empty();
  private boolean stopping;

  /** Starts a child, except while the platform stops. */
  interface Start {
    Child start() throws IOException, CannotStart;
  }

  synchronized void server(Start start) throws IOException, CannotStart {
    if (!stopping) {
      Child child = start.start();
      servers.add(child);
      endWith(child);
    }
  }

  synchronized void application(Start start) throws IOException, CannotStart {
    if (!stopping) {
      Child child = start.start();
      application = Optional.of(child);
      for (Child server : servers) {
        server.guard(child.process());
      }
      endWith(child);
    }
  }

  /** Returns when nothing runs any more. Nothing starts from here on. */
  void stop() {
    synchronized (this) {
      stopping = true;
    }
    application.ifPresent(child -> Processes.stop(child.process().toHandle()));
    servers.forEach(Child::askToStop);
    servers.forEach(Child::awaitStop);
  }

  synchronized boolean isStopping() {
    return stopping;
  }

  /** One is of no use without the others. */
  private void endWith(Child child) {
    Processes.whenEnded(
        child.process().toHandle(),
        () -> {
          if (!isStopping()) {
            System.err.printf(
                "%s has ended (exit code %d), so everything stops. Its log: %s%n",
                child.name(), child.exitCode(), child.whereToLook());
            System.exit(1);
          }
        });
  }
}
