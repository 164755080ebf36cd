package io.cornershop.bootstrap;

import com.mongodb.client.MongoDatabase;
import io.cornershop.customers.erasure.Erasure;
import io.cornershop.eventing.alarms.Alarm;
import io.cornershop.eventing.alarms.AlarmHandler;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.consuming.ConsumingObserver;
import io.cornershop.eventing.consuming.ConsumingTraces;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.consuming.channels.Consumers;
import io.cornershop.eventing.consuming.held.OutageBrake;
import io.cornershop.eventing.consuming.history.StoredRecords;
import io.cornershop.eventing.consuming.reports.MongoNodeReports;
import io.cornershop.eventing.consuming.reports.NodeReports;
import io.cornershop.eventing.consuming.steering.MongoWishes;
import io.cornershop.eventing.consuming.steering.Wishes;
import io.cornershop.eventing.deadletters.DerivedRecords;
import io.cornershop.eventing.deadletters.LetterOffice;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.projections.CurrentRows;
import io.cornershop.eventing.projections.GapCounts;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.ProjectionHandler;
import io.cornershop.eventing.projections.ProjectionObserver;
import io.cornershop.eventing.projections.RowUpdates;
import io.cornershop.eventing.sagas.Reaction;
import io.cornershop.eventing.sagas.ReactionHandler;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.timers.MongoTimers;
import io.cornershop.payments.gateway.PaymentDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Everything that happens because of an event: a handler for each view and each reaction. */
@ApplicationScoped
class Consuming {

  @Inject EventTypes types;
  @Inject EventJson json;
  @Inject EventStore store;
  @Inject CommandHandler commands;
  @Inject CurrentRows rows;
  @Inject GapCounts gaps;
  @Inject MongoTimers timers;
  @Inject Erasure erasure;
  @Inject PaymentDesk payments;
  @Inject ConsumingObserver consumed;
  @Inject ConsumingTraces traces;
  @Inject ProjectionObserver projected;

  @Produces
  @Singleton
  Wishes wishes(MongoDatabase database) {
    return new MongoWishes(database);
  }

  @Produces
  @Singleton
  NodeReports reports(MongoDatabase database) {
    return new MongoNodeReports(database);
  }

  @Produces
  @Singleton
  OutageBrake.Settings brake(
      @ConfigProperty(name = "cornershop.consuming.brake-share", defaultValue = "0.5") double share,
      @ConfigProperty(name = "cornershop.consuming.brake-minimum", defaultValue = "5")
          int minimum) {
    return new OutageBrake.Settings(share, minimum, OutageBrake.Settings.USUAL.probeInterval());
  }

  @Produces
  @Singleton
  Consumers.Surroundings surroundings(
      Wishes wishes,
      PositionLog log,
      LetterOffice letters,
      DerivedRecords records,
      OutageBrake.Settings brake) {
    return new Consumers.Surroundings(
        wishes, new StoredRecords(store, log, types), letters, records, brake, consumed, traces);
  }

  @Produces
  @Singleton
  Consumers consumers(Clock clock, Consumers.Surroundings surroundings, NodeReports reports) {
    Consumers.Threads threads =
        new Consumers.Threads(
            Thread.ofPlatform().name("cornershop-poll-", 0).daemon(true).factory(),
            Thread.ofVirtual().name("cornershop-lane-", 0).factory());
    return new Consumers(types, threads, clock, surroundings, reports);
  }

  @Produces
  @Singleton
  Views views(@Any Instance<Projection<?>> found) {
    return new Views(found.stream().toList());
  }

  @Produces
  @Singleton
  ViewUpdates viewUpdates(Views views) {
    return new ViewUpdates(views.all().stream().<RowUpdates<?>>map(this::updates).toList());
  }

  private <V> RowUpdates<V> updates(Projection<V> projection) {
    return new RowUpdates<>(projection, types, json, store, gaps);
  }

  @Produces
  @Singleton
  Collection<EventHandler> handlers(
      ViewUpdates views,
      @Any Instance<Reaction<?>> reactions,
      @Any Instance<Alarm> alarms,
      Sagas sagas,
      Tellings tellings) {
    return Stream.<Stream<? extends EventHandler>>of(
            views.all().stream().map(this::handler),
            reactions.stream().map(this::handler),
            alarms.stream().map(this::handler),
            sagas.all().stream(),
            tellings.all().stream(),
            Stream.of(payments, erasure))
        .<EventHandler>flatMap(Function.identity())
        .toList();
  }

  private <V> EventHandler handler(RowUpdates<V> view) {
    return new ProjectionHandler<>(view, rows, projected);
  }

  private EventHandler handler(Reaction<?> reaction) {
    return new ReactionHandler<>(reaction, types, json, commands);
  }

  private EventHandler handler(Alarm alarm) {
    return new AlarmHandler(alarm, types, json, timers, ReactionHandler.GROUP);
  }
}
