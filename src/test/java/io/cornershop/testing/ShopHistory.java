package io.cornershop.testing;

import static io.cornershop.testing.WholeShop.JSON;
import static io.cornershop.testing.WholeShop.TYPES;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.LiveStreams;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.ProjectionHandler;
import io.cornershop.eventing.projections.Rows;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.CommandOutcome;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventMetadata;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;

/** A store in which things happen to the shop, and an unreliable way from there to a view. */
public final class ShopHistory {

  private static final int FEW = 10;
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final EventMetadata METADATA =
      EventMetadata.of("correlation-1", "causation-1", "user-1", "tests");

  private final EventStore store =
      new InMemoryEventStore(StoreLimits.USUAL, Clock.fixed(NOON, ZoneOffset.UTC));
  private final Map<StreamId, StreamHead> heads = new HashMap<>();
  private final List<EventEnvelope> all = new ArrayList<>();

  /** What has happened, for those who ask the streams themselves. */
  public LiveStreams live() {
    return new LiveStreams(store, JSON);
  }

  /** Stores an event at the end of a stream. */
  public void happen(StreamId stream, DomainEvent event) {
    StreamHead head = heads.getOrDefault(stream, StreamHead.empty(stream));
    EventEnvelope envelope = envelope(stream, head.sequence() + 1, event);
    CommandOutcome outcome =
        new CommandOutcome(
            CommandId.of(stream.toString(), String.valueOf(head.sequence())), envelope.sequence());
    AppendResult result = store.append(new NewCommit(head, List.of(outcome), List.of(envelope)));
    heads.put(stream, ((AppendResult.Appended) result).commit().head());
    all.add(envelope);
  }

  private EventEnvelope envelope(StreamId stream, long sequence, DomainEvent event) {
    return new EventEnvelope(
        new UUID(all.size(), sequence),
        TYPES.of(event.getClass()).type(),
        stream,
        sequence,
        NOON.plusSeconds(all.size()),
        JSON.encode(event),
        METADATA,
        OptionalLong.empty());
  }

  /**
   * Brings a view every event that it wants, some of them up to three times, in any order, also
   * within a stream, few of them one by one and many at once.
   */
  public void deliver(Projection<?> view, Rows rows, Random random) {
    ProjectionHandler<?> handler = new ProjectionHandler<>(view, TYPES, JSON, store, rows);
    List<EventEnvelope> deliveries = new ArrayList<>();
    for (EventEnvelope event : all) {
      if (handler.eventTypes().contains(event.type().name())) {
        deliveries.addAll(Collections.nCopies(1 + random.nextInt(3), event));
      }
    }
    Collections.shuffle(deliveries, random);
    while (!deliveries.isEmpty()) {
      List<EventEnvelope> next = deliveries.subList(0, 1 + random.nextInt(deliveries.size()));
      if (next.size() < FEW) {
        next.forEach(handler::handle);
      } else {
        handler.handleAll(List.copyOf(next));
      }
      next.clear();
    }
  }
}
