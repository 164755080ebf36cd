package io.cornershop.notifications.simulation;

import static io.cornershop.testing.WholeShop.commandsOn;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.CommandOutcome;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.timers.InMemoryTimers;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.delivery.DeliveryObserver;
import io.cornershop.notifications.delivery.DeliveryTraces;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.InMemoryLedger;
import io.cornershop.notifications.ledger.Ledger;
import io.cornershop.notifications.recipients.InMemoryRecipients;
import io.cornershop.testing.WholeShop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;

/** What outlives every node: store, ledger, timers, providers, people and time. */
final class World {

  static final Instant NOON = Instant.parse("2026-03-08T12:00:00Z");

  final TestTime time = new TestTime(NOON);
  final EventTypes types = WholeShop.TYPES;
  final EventJson json = WholeShop.JSON;
  final EventStore store = new InMemoryEventStore(StoreLimits.USUAL, time);
  Ledger ledger = new InMemoryLedger();
  final InMemoryTimers timers = new InMemoryTimers();
  final Map<Channel, Provider> providers = new EnumMap<>(Channel.class);
  final InMemoryRecipients people = new InMemoryRecipients();
  final List<EventEnvelope> events = new ArrayList<>();
  DeliveryObserver observer = DeliveryObserver.NONE;
  DeliveryTraces traces = DeliveryTraces.NONE;

  World() {
    for (Channel channel : Channel.values()) {
      providers.put(channel, new Provider(channel));
    }
  }

  CommandHandler commands(EventStore reached) {
    return commandsOn(reached, time);
  }

  /** Something happens to the shop. */
  EventEnvelope happen(String type, String id, DomainEvent event) {
    StreamId stream = new StreamId(type, id);
    StreamHead head = headOf(stream);
    EventEnvelope envelope =
        new EventEnvelope(
            new UUID(events.size(), 1),
            types.of(event.getClass()).type(),
            stream,
            head.sequence() + 1,
            time.instant(),
            json.encode(event),
            EventMetadata.of("correlation-1", "causation-1", "user-1", "tests"),
            OptionalLong.empty());
    CommandOutcome outcome =
        new CommandOutcome(
            CommandId.of(stream.toString(), String.valueOf(head.sequence())), envelope.sequence());
    AppendResult done = store.append(new NewCommit(head, List.of(outcome), List.of(envelope)));
    events.add(((AppendResult.Appended) done).commit().events().getFirst());
    return events.getLast();
  }

  private StreamHead headOf(StreamId stream) {
    List<Commit> commits = store.read(stream, 1, 1_000);
    return commits.isEmpty() ? StreamHead.empty(stream) : commits.getLast().head();
  }

  List<Entry> entries() {
    return ledger.list(
        new Ledger.Filter(Optional.empty(), Optional.empty(), Optional.empty()),
        Optional.empty(),
        100_000);
  }

  /** All messages that providers have, with how often. */
  Map<NotificationId, Integer> taken() {
    return providers.values().stream()
        .flatMap(provider -> provider.taken().entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What others were told of a message, by event type. */
  List<String> toldOf(NotificationId id) {
    return store.read(new StreamId("Notification", id.value()), 1, 100).stream()
        .flatMap(commit -> commit.events().stream())
        .map(event -> event.type().name())
        .toList();
  }
}
