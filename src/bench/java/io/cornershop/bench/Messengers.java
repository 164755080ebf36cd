package io.cornershop.bench;

import com.mongodb.client.MongoDatabase;
import io.cornershop.bootstrap.Domains;
import io.cornershop.eventing.commands.AggregateLoader;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.Envelopes;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.timers.MongoTimers;
import io.cornershop.eventing.timers.TimerNode;
import io.cornershop.eventing.timers.TimerSettings;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.delivery.Delivery;
import io.cornershop.notifications.delivery.DeliveryObserver;
import io.cornershop.notifications.delivery.DeliverySettings;
import io.cornershop.notifications.delivery.DeliveryTimers;
import io.cornershop.notifications.delivery.DeliveryTraces;
import io.cornershop.notifications.delivery.Forgetting;
import io.cornershop.notifications.delivery.GoneAddresses;
import io.cornershop.notifications.delivery.Rate;
import io.cornershop.notifications.delivery.UsefulLife;
import io.cornershop.notifications.ledger.MongoLedger;
import io.cornershop.notifications.ledger.Seals;
import io.cornershop.notifications.reactions.Audience;
import io.cornershop.notifications.reactions.Entering;
import io.cornershop.notifications.reactions.Reactions;
import io.cornershop.notifications.reactions.TellingDesk;
import io.cornershop.notifications.reactions.UnsubscribeLinks;
import io.cornershop.notifications.recipients.Recipient;
import io.cornershop.notifications.templates.Templates;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * What tells people, wired as the platform wires it with its usual settings, on a database of its
 * own: e-mail only, to whoever an event names.
 */
final class Messengers implements AutoCloseable {

  static final int PER_SECOND = 100;

  private static final Clock CLOCK = Clock.systemUTC();
  private static final UsefulLife USEFUL =
      new UsefulLife(Duration.ofDays(14), Duration.ofDays(3), Duration.ofHours(12));
  private static final TimerSettings TIMERS =
      new TimerSettings(CLOCK, Duration.ofMillis(500), Duration.ofMinutes(1), 64);

  private final EventTypes types = new EventTypes(Domains.all().all());
  private final EventJson json = new EventJson(types, PersonalDataCodec.PLAIN, Domains.upcasters());
  private final Audience audience =
      new Audience(customer -> Optional.of(known(customer.value())), List.of());
  private final TimerNode timers;
  private final List<EventHandler> handlers;

  Messengers(MongoDatabase database, EventStore store, MailServer mail) {
    MongoTimers due = new MongoTimers(database, "notification_timers");
    Delivery.Office office = office(database, store, due);
    this.timers =
        new TimerNode(
            due,
            List.of(delivery(office, mail)),
            TIMERS,
            Thread.ofPlatform().daemon().name("messages-", 1).factory());
    Entering entering = new Entering(rules(office), store, types, json);
    TellingDesk desk = new TellingDesk(office.ledger(), office.timers(), audience, entering);
    this.handlers = Reactions.all(desk, new Forgetting(office), store, types, json);
  }

  private Delivery.Office office(MongoDatabase database, EventStore store, MongoTimers due) {
    return new Delivery.Office(
        new MongoLedger(database),
        new DeliveryTimers(due),
        new Seals(PersonalDataCodec.PLAIN),
        audience,
        commands(store),
        store::epoch,
        CLOCK,
        DeliveryObserver.NONE,
        DeliveryTraces.NONE,
        pause -> LockSupport.parkNanos(pause.toNanos()));
  }

  private static Recipient known(String customer) {
    return new Recipient(
        customer,
        "Customer " + customer,
        Optional.of(customer + "@example.org"),
        Optional.empty(),
        Preferences.USUAL,
        List.of());
  }

  private CommandHandler commands(EventStore store) {
    return new CommandHandler(
        Domains.all(),
        store,
        new AggregateLoader(store, json),
        new Envelopes(types, json, PersonalDataCodec.PLAIN, CLOCK),
        commit -> {});
  }

  private static Delivery delivery(Delivery.Office office, MailServer mail) {
    DeliverySettings settings =
        new DeliverySettings(
            Duration.ofMinutes(2),
            Map.of(Channel.EMAIL, new Rate(PER_SECOND, Duration.ofSeconds(1))),
            new Rate(30, Duration.ofHours(1)),
            USEFUL);
    return new Delivery(
        office,
        Map.of(Channel.EMAIL, mail),
        settings,
        GoneAddresses.NOBODY,
        RandomGenerator.getDefault());
  }

  private static Entering.Rules rules(Delivery.Office office) {
    return new Entering.Rules(
        Set.of(Channel.EMAIL),
        USEFUL,
        new Templates(),
        UnsubscribeLinks.NONE,
        office.seals(),
        CLOCK);
  }

  void start() {
    timers.start();
  }

  /** What the consumers of a node do with an event. */
  void handle(EventEnvelope event) {
    handlers.stream()
        .filter(handler -> handler.eventTypes().contains(event.type().name()))
        .forEach(handler -> handler.handle(event));
  }

  @Override
  public void close() {
    timers.close();
  }
}
