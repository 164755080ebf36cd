package io.cornershop.bootstrap;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.projections.Freshness;
import io.cornershop.eventing.projections.LiveStreams;
import io.cornershop.eventing.projections.MongoRows;
import io.cornershop.eventing.projections.Rows;
import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.eventing.projections.queries.ViewQueries;
import io.cornershop.eventing.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The parts behind what is read. */
@ApplicationScoped
class ReadModels {

  private static final int MAX_WAITING_READERS = 200;

  @Produces
  @Singleton
  Rows rows(MongoDatabase database) {
    return new MongoRows(database);
  }

  @Produces
  @Singleton
  LiveStreams liveStreams(EventStore store, EventJson json) {
    return new LiveStreams(store, json);
  }

  @Produces
  @Singleton
  Freshness freshness(Rows rows, EventStore store, Views views) {
    return new Freshness(rows, store, views.all(), MAX_WAITING_READERS);
  }

  @Produces
  @Singleton
  ViewReads viewReads(Freshness freshness) {
    return new ViewReads(freshness);
  }

  @Produces
  @Singleton
  ViewQueries viewQueries(MongoDatabase database, ViewReads reads) {
    return new ViewQueries(database, name -> 1, reads);
  }

  /** Where the shop's days begin and end. */
  @Produces
  @Singleton
  ZoneId timeZone(
      @ConfigProperty(name = "cornershop.reports.time-zone", defaultValue = "UTC") String zone) {
    return ZoneId.of(zone);
  }
}
