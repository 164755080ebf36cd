package io.cornershop.bootstrap;

import com.mongodb.client.MongoDatabase;
import io.cornershop.carts.CartLifetime;
import io.cornershop.eventing.commands.AggregateLoader;
import io.cornershop.eventing.commands.Aggregates;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.CommandTraces;
import io.cornershop.eventing.commands.Envelopes;
import io.cornershop.eventing.commands.SnapshotTaker;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.publishing.RelaySignal;
import io.cornershop.eventing.store.CommitSealing;
import io.cornershop.eventing.store.CommitSeals;
import io.cornershop.eventing.store.EventIndex;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.mongo.MongoEventIndex;
import io.cornershop.eventing.store.mongo.MongoEventStore;
import io.cornershop.eventing.store.mongo.MongoPositionLog;
import io.cornershop.eventing.store.mongo.MongoSnapshots;
import io.cornershop.eventing.store.mongo.StoreSetup;
import io.cornershop.observability.traces.Spans;
import io.cornershop.observability.traces.TracedStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The parts on the way of a command: registry, JSON, store, command handler. */
@ApplicationScoped
class Engine {

  @Inject Optional<Spans> spans;
  @Inject CommandTraces traces;

  /** In milliseconds, which is what the database keeps of a time. */
  @Produces
  @Singleton
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Produces
  @Singleton
  Aggregates aggregates(CartLifetime carts) {
    return Domains.all(carts);
  }

  @Produces
  @Singleton
  EventTypes eventTypes(Aggregates aggregates) {
    return new EventTypes(aggregates.all());
  }

  @Produces
  @Singleton
  EventJson eventJson(EventTypes types, PersonalDataCodec codec) {
    return new EventJson(types, codec, Domains.upcasters());
  }

  @Produces
  @Singleton
  StoreSetup storeSetup(
      MongoDatabase database,
      @ConfigProperty(name = "cornershop.store.pending-index", defaultValue = "true")
          boolean pendingIndex,
      @ConfigProperty(name = "cornershop.store.search-indexes") Optional<Boolean> searchIndexes) {
    return new StoreSetup(database, pendingIndex, searchIndexes.orElse(pendingIndex));
  }

  @Produces
  @Singleton
  CommitSeals commitSeals(
      @ConfigProperty(name = "cornershop.store.hash-key") Optional<String> current,
      @ConfigProperty(name = "cornershop.store.retired-hash-keys") Optional<List<String>> retired) {
    return CommitSeals.with(current, retired.orElse(List.of()));
  }

  @Produces
  @Singleton
  EventStore eventStore(
      MongoDatabase database,
      StoreSetup setup,
      CommitSeals seals,
      Clock clock,
      RelaySignal signal) {
    CommitSealing sealing = new CommitSealing(StoreLimits.USUAL, seals, clock);
    EventStore store =
        new MongoEventStore(database, setup, sealing, commitId -> signal.sweepSoon());
    return spans
        .<EventStore>map(noting -> new TracedStore(store, noting, database.getName()))
        .orElse(store);
  }

  @Produces
  @Singleton
  PositionLog positionLog(MongoDatabase database, StoreSetup setup) {
    return new MongoPositionLog(database, setup);
  }

  @Produces
  @Singleton
  EventIndex eventIndex(MongoDatabase database, PositionLog log) {
    return new MongoEventIndex(database, log);
  }

  @Produces
  @Singleton
  SnapshotTaker snapshotTaker(
      MongoDatabase database,
      @ConfigProperty(name = "cornershop.store.snapshot-every", defaultValue = "200") int every) {
    return new SnapshotTaker(new MongoSnapshots(database), every);
  }

  void close(@Disposes SnapshotTaker snapshots) {
    snapshots.close();
  }

  @Produces
  @Singleton
  AggregateLoader aggregateLoader(EventStore store, EventJson json, SnapshotTaker snapshots) {
    return new AggregateLoader(store, json, Optional.of(snapshots));
  }

  @Produces
  @Singleton
  Envelopes envelopes(EventTypes types, EventJson json, PersonalDataCodec codec, Clock clock) {
    return new Envelopes(types, json, codec, clock);
  }

  @Produces
  @Singleton
  CommandHandler commandHandler(
      Aggregates aggregates,
      EventStore store,
      AggregateLoader loader,
      Envelopes envelopes,
      AppendedCommits appended) {
    return new CommandHandler(aggregates, store, loader, envelopes, appended).tracedBy(traces);
  }
}
