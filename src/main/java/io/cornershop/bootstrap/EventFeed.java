package io.cornershop.bootstrap;

import io.cornershop.eventing.api.FeedSettings;
import io.cornershop.eventing.api.Feeds;
import io.cornershop.eventing.publishing.EventRelay;
import io.cornershop.eventing.publishing.RelayStatus.Condition;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The feed of all events over HTTP. */
@ApplicationScoped
class EventFeed {

  private static final String NO_KAFKA =
      "Kafka does not answer; what happens is stored and gets its position later";

  @Produces
  @Singleton
  FeedSettings feedSettings(
      @ConfigProperty(name = "cornershop.feed.max-open", defaultValue = "100") int maxOpen,
      @ConfigProperty(name = "cornershop.feed.heartbeat", defaultValue = "PT15S")
          Duration heartbeat,
      @ConfigProperty(name = "cornershop.feed.interval", defaultValue = "PT0.2S")
          Duration interval) {
    return new FeedSettings(maxOpen, heartbeat, interval);
  }

  @Produces
  @Singleton
  Feeds feeds(EventStore store, PositionLog log, FeedSettings settings, EventRelay relay) {
    return new Feeds(
        store,
        log,
        settings,
        () ->
            Optional.of(NO_KAFKA)
                .filter(words -> relay.condition() == Condition.WAITING_FOR_KAFKA));
  }

  /** Early: a feed would keep its request, and so the server, from ending. */
  void stop(
      @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) Shutdown event, Feeds feeds) {
    feeds.close();
  }
}
