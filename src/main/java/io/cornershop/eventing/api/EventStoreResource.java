package io.cornershop.eventing.api;

import io.cornershop.eventing.commands.Aggregates;
import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.events.UnreadableEvent;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.TooLarge;
import io.cornershop.rest.Cursor;
import io.cornershop.rest.Page;
import io.cornershop.rest.Paging;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The event store for auditors. */
@Path("/eventstore")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AUDITOR)
@Tag(name = "event store", description = "What has happened, as it was stored")
public class EventStoreResource {

  private static final int MOST_REPLAYED = 10_000;

  @Inject private EventStore store;
  @Inject private PositionLog log;
  @Inject private Aggregates aggregates;
  @Inject private EventJson json;

  /** One stream. */
  @GET
  @Path("/events/{aggregateType}/{aggregateId}")
  @Operation(summary = "Lists the events of one aggregate, in both directions")
  @APIResponse(
      responseCode = "200",
      description = "Events by sequence",
      content = @Content(examples = @ExampleObject(name = "page", value = Examples.PAGE)))
  public Page<Object> stream(
      @PathParam("aggregateType") String aggregateType,
      @PathParam("aggregateId") String aggregateId,
      @BeanParam StreamRange range,
      @BeanParam Paging paging) {
    StreamId stream = new StreamId(kind(aggregateType).type(), aggregateId);
    StreamEvents events = streamEvents();
    int limit = paging.limit();
    List<EventEnvelope> found = range.from(paging.after()).read(events, stream, limit + 1);
    if (found.isEmpty() && !events.exists(stream)) {
      throw new NotFound(aggregateType, aggregateId);
    }
    return written(Page.of(found, limit, event -> Cursor.of(event.sequence())));
  }

  /** The whole store. */
  @GET
  @Path("/events")
  @Operation(
      summary = "Lists all events by position",
      description = "Nothing ever appears behind an event that a reader has passed.")
  @APIResponse(
      responseCode = "200",
      description = "Events by position",
      content = @Content(examples = @ExampleObject(name = "page", value = Examples.PAGE)))
  public Page<Object> all(@BeanParam Paging paging) {
    int limit = paging.limit();
    long after = paging.after().map(Cursor::number).orElse(0L);
    List<EventEnvelope> found = new WholeStore(store, log).after(after, limit + 1);
    return written(Page.of(found, limit, event -> Cursor.of(event.position().orElseThrow())));
  }

  /** A state out of its history. */
  @GET
  @Path("/replay/{aggregateType}/{aggregateId}")
  @Operation(
      summary = "Folds the history of one aggregate into its state, now or at an earlier time")
  @APIResponse(
      responseCode = "200",
      description = "The state and the events that made it",
      content = @Content(examples = @ExampleObject(name = "replay", value = Examples.REPLAY)))
  public Replay replay(
      @PathParam("aggregateType") String aggregateType,
      @PathParam("aggregateId") String aggregateId,
      @QueryParam("asOf") Instant asOf,
      @QueryParam("asOfSequence") Long asOfSequence) {
    Aggregate<?, ?, ?> kind = kind(aggregateType);
    StreamId stream = new StreamId(kind.type(), aggregateId);
    long last = Optional.ofNullable(asOfSequence).orElse(Long.MAX_VALUE);
    Instant latest = Optional.ofNullable(asOf).orElse(Instant.MAX);
    List<EventEnvelope> events =
        history(stream).stream()
            .takeWhile(e -> e.sequence() <= last && !e.timestamp().isAfter(latest))
            .toList();
    try {
      return Replay.of(kind, stream, events, json);
    } catch (UnreadableEvent e) {
      throw Rejected.conflict("unreadable-event", e.getMessage());
    }
  }

  private List<EventEnvelope> history(StreamId stream) {
    List<EventEnvelope> events = streamEvents().forward(stream, 1, MOST_REPLAYED + 1);
    if (events.isEmpty()) {
      throw new NotFound(stream.aggregateType(), stream.aggregateId());
    }
    if (events.size() > MOST_REPLAYED) {
      throw new TooLarge("A history of more than " + MOST_REPLAYED + " events is not answered");
    }
    return events;
  }

  private StreamEvents streamEvents() {
    return new StreamEvents(store, new Positions(log));
  }

  private Aggregate<?, ?, ?> kind(String aggregateType) {
    return aggregates
        .ofType(aggregateType)
        .orElseThrow(() -> new NotFound("aggregate type", aggregateType));
  }

  private static Page<Object> written(Page<EventEnvelope> events) {
    return events.map(EnvelopeJson::toWritable);
  }
}
