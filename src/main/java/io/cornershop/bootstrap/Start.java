package io.cornershop.bootstrap;

import io.cornershop.eventing.projections.versions.KnownVersions;
import io.cornershop.eventing.publishing.EventRelay;
import io.cornershop.eventing.publishing.topics.TopicSetup;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.mongo.StoreSetup;
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
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Starts the engine in order: first the database with its indexes, without which nothing is safe;
 * then the topics and the relay. Consumers begin afterwards, by an observer of their own. Kafka may
 * be away at the start: the relay and the consumers go on waiting for it by themselves.
 *
 * <p>A start that fails ends the process, at once: the server would go on without the application,
 * which nobody starts again, and for some seconds say of it that it is started, alive and ready.
 * Nothing runs yet that would have to be ended in order.
 */
@ApplicationScoped
class Start {

  private static final Logger LOG = System.getLogger(Start.class.getName());
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int FAILED = 1;

  @Inject StoreSetup store;
  @Inject PositionLog log;
  @Inject KnownVersions versions;
  @Inject Views views;
  @Inject TopicSetup topics;
  @Inject EventRelay relay;

  @Inject
  @ConfigProperty(name = "cornershop.mongodb.start-timeout", defaultValue = "PT60S")
  Duration startTimeout;

  @Inject
  @ConfigProperty(name = "cornershop.kafka.start-timeout", defaultValue = "PT10S")
  Duration kafkaStartTimeout;

  void start(@Observes @Priority(Interceptor.Priority.APPLICATION) Startup event) {
    try {
      prepare();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "The start has failed, the server ends: {0}", Reason.trace(e));
      Runtime.getRuntime().halt(FAILED);
    }
    relay.start();
  }

  private void prepare() {
    awaitStore();
    boolean history = log.head().number() > 0;
    views.all().forEach(view -> versions.prepare(view, history));
    prepareTopics();
  }

  /** The last to go: what the consumers still caused is published. */
  void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) Shutdown event) {
    relay.close();
  }

  private void prepareTopics() {
    try {
      topics.ensureWithin(kafkaStartTimeout);
    } catch (Unavailable e) {
      LOG.log(Level.WARNING, "Started without Kafka; events wait in the store until it answers");
    }
  }

  private void awaitStore() {
    Instant end = Instant.now().plus(startTimeout);
    while (true) {
      try {
        store.epoch();
        return;
      } catch (Unavailable e) {
        if (Instant.now().isAfter(end)) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
