package io.cornershop.notifications.simulation;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.timers.DueTimer;
import io.cornershop.eventing.timers.Timer;
import io.cornershop.eventing.timers.TimerStore;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.delivery.Delivery;
import io.cornershop.notifications.delivery.DeliverySettings;
import io.cornershop.notifications.delivery.DeliveryTimers;
import io.cornershop.notifications.delivery.Forgetting;
import io.cornershop.notifications.delivery.GoneAddresses;
import io.cornershop.notifications.delivery.Rate;
import io.cornershop.notifications.delivery.UsefulLife;
import io.cornershop.notifications.ledger.Ledger;
import io.cornershop.notifications.ledger.Seals;
import io.cornershop.notifications.messages.Transport;
import io.cornershop.notifications.reactions.Audience;
import io.cornershop.notifications.reactions.Entering;
import io.cornershop.notifications.reactions.Reactions;
import io.cornershop.notifications.reactions.TellingDesk;
import io.cornershop.notifications.reactions.UnsubscribeLinks;
import io.cornershop.notifications.templates.Templates;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A process that tells people, made of the product's own parts. */
final class NotifyingNode {

  static final UsefulLife USEFUL =
      new UsefulLife(Duration.ofDays(14), Duration.ofDays(3), Duration.ofHours(12));
  static final String STAFF = "buyer@shop.example";

  private static final Templates TEMPLATES = new Templates();
  private static final Duration TIMER_CLAIM = Duration.ofSeconds(30);

  private final World world;
  private final TimerStore timers;
  private final List<EventHandler> handlers;
  final Delivery delivery;
  final Delivery.Office office;

  NotifyingNode(World world, Steps steps, DeliverySettings settings, GoneAddresses gone) {
    this.world = world;
    this.timers = steps.reaching(TimerStore.class, world.timers);
    EventStore store = steps.reaching(EventStore.class, world.store);
    Ledger ledger = steps.reaching(Ledger.class, world.ledger);
    Seals seals = new Seals(PersonalDataCodec.PLAIN);
    DeliveryTimers own = new DeliveryTimers(timers);
    CommandHandler commands = world.commands(store);
    Audience audience = new Audience(world.people, List.of(STAFF));
    this.office =
        new Delivery.Office(
            ledger,
            own,
            seals,
            audience,
            commands,
            store::epoch,
            world.time,
            world.observer,
            world.traces,
            world.time::pass);
    Map<Channel, Transport> transports =
        world.providers.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> steps.reaching(Transport.class, e.getValue())));
    this.delivery = new Delivery(office, transports, settings, gone, new Random(7));
    Entering.Rules rules =
        new Entering.Rules(
            transports.keySet(), USEFUL, TEMPLATES, UnsubscribeLinks.NONE, seals, world.time);
    TellingDesk desk =
        new TellingDesk(ledger, own, audience, new Entering(rules, store, world.types, world.json));
    this.handlers = Reactions.all(desk, new Forgetting(office), store, world.types, world.json);
  }

  static DeliverySettings settings(int perSecond, int perHour) {
    return new DeliverySettings(
        Duration.ofMinutes(2),
        Arrays.stream(Channel.values())
            .collect(
                Collectors.toMap(
                    Function.identity(), c -> new Rate(perSecond, Duration.ofSeconds(1)))),
        new Rate(perHour, Duration.ofHours(1)),
        USEFUL);
  }

  static NotifyingNode of(World world) {
    return new NotifyingNode(
        world, new Steps(Integer.MAX_VALUE), settings(1_000, 1_000), GoneAddresses.NOBODY);
  }

  void handle(EventEnvelope event) {
    handlers.stream()
        .filter(handler -> handler.eventTypes().contains(event.type().name()))
        .forEach(handler -> handler.handle(event));
  }

  void handle(List<EventEnvelope> events) {
    events.forEach(this::handle);
  }

  /** Fires up to {@code most} due timers, as the engine does. */
  int fireDue(int most) {
    Instant now = world.time.instant();
    List<DueTimer> due = timers.due(now, most);
    due.forEach(timer -> timers.claim(timer, now.plus(TIMER_CLAIM)).ifPresent(this::fire));
    return due.size();
  }

  private void fire(DueTimer mine) {
    Timer timer = mine.timer();
    delivery.fire(timer);
    timers.remove(timer);
  }

  /** Fires until nothing is due, and then goes on to the next due time, as long as there is one. */
  void fireAll(Duration longest) {
    Instant end = world.time.instant().plus(longest);
    while (world.time.instant().isBefore(end)) {
      if (fireDue(64) == 0) {
        world.time.pass(Duration.ofMinutes(1));
      }
    }
  }
}
