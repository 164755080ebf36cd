package io.cornershop.bootstrap;

import io.cornershop.eventing.api.feed.FeedSettings;
import io.cornershop.eventing.api.feed.Feeds;
import io.cornershop.eventing.publishing.EventRelay;
import io.cornershop.eventing.publishing.RelayStatus.Condition;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The feed of all events over HTTP. The server waits for open requests before it tells the
 * application that it stops, and a feed is a request without an end: so feeds end as soon as the
 * process is asked to.
 */
@ApplicationScoped
class EventFeed {

  private static final Logger LOG = System.getLogger(EventFeed.class.getName());
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

  private final AtomicReference<Thread> atExit = new AtomicReference<>();

  @Produces
  @Singleton
  Feeds feeds(EventStore store, PositionLog log, FeedSettings settings, EventRelay relay) {
    Feeds feeds =
        new Feeds(
            store,
            log,
            settings,
            () ->
                Optional.of(NO_KAFKA)
                    .filter(words -> relay.condition() == Condition.WAITING_FOR_KAFKA));
    atExit.set(new Thread(feeds::close, "cornershop-feeds-end"));
    Runtime.getRuntime().addShutdownHook(atExit.get());
    return feeds;
  }

  /** The application ends, the process perhaps not: nothing of it may stay behind. */
  void stop(@Disposes Feeds feeds) {
    feeds.close();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit.get());
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "The process ends too, and has closed the feeds already");
    }
  }
}
