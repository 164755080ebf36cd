package io.cornershop.bootstrap;

import io.cornershop.observability.logs.ServerLog;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.interceptor.Interceptor;
import java.util.Optional;

/** What is on the lines of the log, from the first that the engine writes. */
@ApplicationScoped
class Logging {

  private static final int BEFORE_START = Interceptor.Priority.APPLICATION - 1;

  private final ServerLog log = new ServerLog(Optional::empty);

  void start(@Observes @Priority(BEFORE_START) Startup event) {
    log.begin();
  }
}
