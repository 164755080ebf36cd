package io.cornershop.bootstrap;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.projections.CurrentRows;
import io.cornershop.eventing.projections.Freshness;
import io.cornershop.eventing.projections.LiveStreams;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.Rows;
import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.eventing.projections.queries.ViewQueries;
import io.cornershop.eventing.projections.rebuild.RebuildParts;
import io.cornershop.eventing.projections.versions.KnownVersions;
import io.cornershop.eventing.projections.versions.ServedVersions;
import io.cornershop.eventing.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The parts behind what is read. */
@ApplicationScoped
class ReadModels {

  private static final int MAX_WAITING_READERS = 200;

  /** Whoever asks within a request is shown one version of each view. */
  @Produces
  @Singleton
  ServedVersions servedVersions(
      KnownVersions known, Provider<RequestVersions> request, BeanManager beans) {
    return view ->
        beans.getContexts(RequestScoped.class).stream().anyMatch(Context::isActive)
            ? request.get().of(view)
            : known.active(view);
  }

  @Produces
  @Singleton
  CurrentRows currentRows(KnownVersions known, RebuildParts parts, ServedVersions served) {
    return new CurrentRows() {
      @Override
      public Rows served(String view) {
        return parts.rows().rows(served.of(view));
      }

      @Override
      public List<Rows> fed(Projection<?> projection) {
        return known.fed(projection);
      }

      @Override
      public boolean outgrown(Projection<?> projection) {
        return known.outgrown(projection);
      }
    };
  }

  @Produces
  @Singleton
  LiveStreams liveStreams(EventStore store, EventJson json) {
    return new LiveStreams(store, json);
  }

  @Produces
  @Singleton
  Freshness freshness(CurrentRows rows, EventStore store, Views views) {
    return new Freshness(rows, store, views.all(), MAX_WAITING_READERS);
  }

  @Produces
  @Singleton
  ViewReads viewReads(Freshness freshness) {
    return new ViewReads(freshness);
  }

  @Produces
  @Singleton
  ViewQueries viewQueries(MongoDatabase database, ServedVersions served, ViewReads reads) {
    return new ViewQueries(database, served::of, reads);
  }

  /** Where the shop's days begin and end. */
  @Produces
  @Singleton
  ZoneId timeZone(
      @ConfigProperty(name = "cornershop.reports.time-zone", defaultValue = "UTC") String zone) {
    return ZoneId.of(zone);
  }
}
