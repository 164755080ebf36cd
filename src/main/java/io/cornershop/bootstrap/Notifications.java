package io.cornershop.bootstrap;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.timers.MongoTimers;
import io.cornershop.eventing.timers.TimerNode;
import io.cornershop.eventing.timers.TimerSettings;
import io.cornershop.notifications.delivery.Delivery;
import io.cornershop.notifications.delivery.DeliveryObserver;
import io.cornershop.notifications.delivery.DeliverySettings;
import io.cornershop.notifications.delivery.DeliveryTimers;
import io.cornershop.notifications.delivery.DeliveryTraces;
import io.cornershop.notifications.delivery.Forgetting;
import io.cornershop.notifications.delivery.GoneSubscriptions;
import io.cornershop.notifications.delivery.Resending;
import io.cornershop.notifications.ledger.Ledger;
import io.cornershop.notifications.ledger.MongoLedger;
import io.cornershop.notifications.ledger.Seals;
import io.cornershop.notifications.reactions.Audience;
import io.cornershop.notifications.reactions.Entering;
import io.cornershop.notifications.reactions.Reactions;
import io.cornershop.notifications.reactions.TellingDesk;
import io.cornershop.notifications.reactions.UnsubscribeLinks;
import io.cornershop.notifications.recipients.Recipients;
import io.cornershop.notifications.templates.Templates;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Telling people what has happened. Nodes with the role {@code notifications} do it. */
@ApplicationScoped
class Notifications {

  private static final int AFTER_START = Interceptor.Priority.APPLICATION + 100;
  private static final Duration TIMER_CLAIM = Duration.ofMinutes(1);
  private static final int AT_ONCE = 64;

  @Inject Roles roles;
  @Inject EventTypes types;
  @Inject EventJson json;
  @Inject EventStore store;
  @Inject Clock clock;
  @Inject DeliveryObserver delivered;
  @Inject DeliveryTraces traces;

  @Produces
  @Singleton
  Ledger ledger(MongoDatabase database) {
    return new MongoLedger(database);
  }

  @Produces
  @Singleton
  Seals seals(PersonalDataCodec codec) {
    return new Seals(codec);
  }

  @Produces
  @Singleton
  NotificationTimers.Timers timers(MongoDatabase database) {
    return new NotificationTimers.Timers(new MongoTimers(database, "notification_timers"));
  }

  @Produces
  @Singleton
  Delivery.Office office(
      Ledger ledger,
      NotificationTimers.Timers timers,
      Seals seals,
      Audience audience,
      CommandHandler commands) {
    DeliveryTimers own = new DeliveryTimers(timers.store());
    return new Delivery.Office(
        ledger,
        own,
        seals,
        audience,
        commands,
        store::epoch,
        clock,
        delivered,
        traces,
        pause -> LockSupport.parkNanos(pause.toNanos()));
  }

  @Produces
  @Singleton
  Delivery delivery(Delivery.Office office, Transports transports, DeliverySettings settings) {
    GoneSubscriptions gone = new GoneSubscriptions(office.commands(), clock);
    return new Delivery(office, transports.all(), settings, gone, RandomGenerator.getDefault());
  }

  @Produces
  @Singleton
  Resending resending(Delivery.Office office, DeliverySettings settings) {
    return new Resending(office, settings.usefulLife());
  }

  @Produces
  @Singleton
  NotificationTimers.Node node(
      NotificationTimers.Timers timers,
      Delivery delivery,
      @ConfigProperty(name = "cornershop.notifications.interval", defaultValue = "PT0.5S")
          Duration interval) {
    TimerSettings settings = new TimerSettings(clock, interval, TIMER_CLAIM, AT_ONCE);
    return new NotificationTimers.Node(
        new TimerNode(
            timers.store(),
            List.of(delivery),
            settings,
            Thread.ofPlatform().name("cornershop-notification-", 0).daemon(true).factory()));
  }

  @Produces
  @Singleton
  Audience audience(
      Recipients recipients,
      @ConfigProperty(name = "cornershop.notifications.staff") Optional<List<String>> staff) {
    return new Audience(recipients, staff.orElse(List.of()));
  }

  @Produces
  @Singleton
  Entering entering(
      Delivery.Office office,
      Transports transports,
      DeliverySettings settings,
      Templates templates,
      UnsubscribeLinks links) {
    Entering.Rules rules =
        new Entering.Rules(
            transports.all().keySet(),
            settings.usefulLife(),
            templates,
            links,
            office.seals(),
            clock);
    return new Entering(rules, store, types, json);
  }

  @Produces
  @Singleton
  Tellings tellings(Delivery.Office office, Audience audience, Entering entering) {
    TellingDesk desk = new TellingDesk(office.ledger(), office.timers(), audience, entering);
    return new Tellings(Reactions.all(desk, new Forgetting(office), store, types, json));
  }

  void start(@Observes @Priority(AFTER_START) Startup event, NotificationTimers.Node timers) {
    if (roles.has(Channels.NOTIFICATIONS)) {
      timers.node().start();
    }
  }

  void stop(
      @Observes @Priority(Interceptor.Priority.APPLICATION) Shutdown event,
      NotificationTimers.Node timers) {
    timers.node().close();
  }
}
