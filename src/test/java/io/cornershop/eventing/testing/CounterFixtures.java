package io.cornershop.eventing.testing;

import io.cornershop.eventing.commands.AggregateLoader;
import io.cornershop.eventing.commands.Aggregates;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.Envelopes;
import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.CommitListener;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The engine around counters, with fixed times and ids. */
public final class CounterFixtures {

  public static final Instant NOON = Instant.parse("2026-11-05T12:00:00.250Z");
  public static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  public static final CounterId DOOR = new CounterId("door");
  public static final StreamId DOOR_STREAM = new StreamId("Counter", "door");
  public static final EventMetadata METADATA =
      EventMetadata.of("correlation-1", "causation-1", "user-1", "cornershop");

  public static final Aggregate<CounterCommand, Counter, CounterEvent> COUNTERS =
      new Aggregate<>(
          "Counter",
          "counters.events",
          CounterCommand.class,
          CounterEvent.class,
          new CounterDecider());
  public static final Aggregates AGGREGATES = new Aggregates(List.of(COUNTERS));
  public static final EventTypes TYPES = new EventTypes(AGGREGATES.all());
  public static final EventJson JSON = new EventJson(TYPES, PersonalDataCodec.PLAIN, List.of());

  private CounterFixtures() {}

  /** A command handler for counters on {@code store}. */
  public static CommandHandler handlerOn(EventStore store, CommitListener appended) {
    return handlerOn(store, CLOCK, appended);
  }

  /** A command handler for counters on {@code store}, on a node with this clock. */
  public static CommandHandler handlerOn(EventStore store, Clock clock, CommitListener appended) {
    return new CommandHandler(AGGREGATES, store, loaderOn(store), envelopesBy(clock), appended);
  }

  public static AggregateLoader loaderOn(EventStore store) {
    return new AggregateLoader(store, JSON);
  }

  public static Envelopes envelopesBy(Clock clock) {
    return new Envelopes(TYPES, JSON, PersonalDataCodec.PLAIN, clock);
  }

  /** The context of a command that is known by {@code key}. */
  public static CommandContext context(String key) {
    return CommandContext.of(CommandId.of("counters", key), METADATA);
  }
}
