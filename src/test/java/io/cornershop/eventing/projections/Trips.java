package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.CommandOutcome;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.Decider;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventMetadata;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** A store that trips and tickets happen in. */
public final class Trips {

  public static final StreamId TRIP = new StreamId("Trip", "trip-1");
  public static final StreamId OTHER_TRIP = new StreamId("Trip", "trip-2");
  public static final StreamId TICKET = new StreamId("Ticket", "ticket-1");
  public static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  private static final EventMetadata METADATA =
      EventMetadata.of("correlation-1", "causation-1", "user-1", "tests");

  public final EventTypes types =
      new EventTypes(
          List.of(aggregate("Trip", TripEvent.class), aggregate("Ticket", TicketEvent.class)));
  public final EventJson json = new EventJson(types, PersonalDataCodec.PLAIN, List.of());
  public final EventStore store =
      new InMemoryEventStore(StoreLimits.USUAL, Clock.fixed(NOON, ZoneOffset.UTC));
  private final Map<StreamId, StreamHead> heads = new HashMap<>();

  /** Stores the events as one commit. */
  public List<EventEnvelope> happen(StreamId stream, DomainEvent... events) {
    StreamHead head = heads.getOrDefault(stream, StreamHead.empty(stream));
    List<EventEnvelope> envelopes = new ArrayList<>();
    for (DomainEvent event : events) {
      envelopes.add(envelope(stream, head.sequence() + envelopes.size() + 1, event));
    }
    CommandOutcome outcome =
        new CommandOutcome(
            CommandId.of(stream.toString(), String.valueOf(head.sequence())),
            envelopes.getLast().sequence());
    AppendResult result = store.append(new NewCommit(head, List.of(outcome), envelopes));
    heads.put(stream, ((AppendResult.Appended) result).commit().head());
    return envelopes;
  }

  /** An event as the store would give it, without storing it. */
  EventEnvelope envelope(StreamId stream, long sequence, DomainEvent event) {
    return new EventEnvelope(
        new UUID(stream.hashCode(), sequence),
        types.of(event.getClass()).type(),
        stream,
        sequence,
        NOON.plusSeconds(sequence),
        json.encode(event),
        METADATA,
        OptionalLong.empty());
  }

  private static <E extends DomainEvent> Aggregate<Command, String, E> aggregate(
      String type, Class<E> events) {
    return new Aggregate<>(type, type + ".events", Command.class, events, new Undecided<>());
  }

  /** These tests have no commands. */
  private static final class Undecided<E extends DomainEvent>
      implements Decider<Command, String, E> {

    @Override
    public String initial() {
      return "";
    }

    @Override
    public List<E> decide(Command command, String state) {
      return List.of();
    }

    @Override
    public String evolve(String state, E event) {
      return state;
    }
  }
}
