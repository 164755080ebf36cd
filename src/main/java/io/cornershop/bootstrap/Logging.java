package io.cornershop.bootstrap;

import com.mongodb.client.MongoDatabase;
import io.cornershop.observability.levels.LevelFollower;
import io.cornershop.observability.levels.LevelWishes;
import io.cornershop.observability.levels.MongoLevelWishes;
import io.cornershop.observability.logs.ServerLog;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What is on the lines of the log, from the first that the engine writes, and how many are. */
@ApplicationScoped
class Logging {

  private static final int BEFORE_START = Interceptor.Priority.APPLICATION - 1;
  private static final int AFTER_START = Interceptor.Priority.APPLICATION + 100;
  private static final long LOOK_SECONDS = 5;

  private final ServerLog log = new ServerLog(Logging::runningTrace);
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("cornershop-levels").daemon(true).factory());

  private static Optional<String> runningTrace() {
    return Optional.of(Span.current().getSpanContext())
        .filter(SpanContext::isValid)
        .map(SpanContext::getTraceId);
  }

  @Produces
  @Singleton
  LevelWishes wishes(MongoDatabase database) {
    return new MongoLevelWishes(database);
  }

  @Produces
  @Singleton
  LevelFollower follower(LevelWishes wishes, Clock clock) {
    return new LevelFollower(wishes, clock);
  }

  void begin(@Observes @Priority(BEFORE_START) Startup event) {
    log.begin();
  }

  void start(@Observes @Priority(AFTER_START) Startup event, LevelFollower follower) {
    looking.scheduleWithFixedDelay(follower::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) Shutdown event) {
    looking.shutdown();
  }
}
