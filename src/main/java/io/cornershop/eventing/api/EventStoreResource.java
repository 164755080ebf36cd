package io.cornershop.eventing.api;

import io.cornershop.eventing.commands.Aggregates;
import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.Positions;
import io.cornershop.kernel.NotFound;
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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The event store as lists: one stream, and everything. */
@Path("/eventstore")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.OPERATOR})
@Tag(name = "event store", description = "What has happened, as it was stored")
public class EventStoreResource {

  private static final String ALL = "all";

  @Inject private EventStore store;
  @Inject private PositionLog log;
  @Inject private Aggregates aggregates;

  /** One stream. */
  @GET
  @Path("/events/{aggregateType}/{aggregateId}")
  @Operation(summary = "Lists the events of one aggregate, in both directions")
  @APIResponse(
      responseCode = "200",
      description = "Events by sequence",
      content =
          @Content(
              schema = @Schema(implementation = EventPage.class),
              examples = @ExampleObject(name = "page", value = Examples.PAGE)))
  public Page<Object> stream(
      @PathParam("aggregateType") String aggregateType,
      @PathParam("aggregateId") String aggregateId,
      @BeanParam StreamRange range,
      @BeanParam Paging paging) {
    StreamId stream = Known.stream(aggregates, aggregateType, aggregateId);
    StreamEvents events = new StreamEvents(store, new Positions(log));
    int limit = paging.limit();
    String list = range.listOf(stream);
    List<EventEnvelope> found =
        range
            .from(paging.after().map(cursor -> cursor.placeIn(list)))
            .read(events, stream, limit + 1);
    if (found.isEmpty() && !events.exists(stream)) {
      throw new NotFound(aggregateType, aggregateId);
    }
    return Page.of(found, limit, event -> Cursor.within(list, event.sequence()))
        .map(EnvelopeJson::toWritable);
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
      content =
          @Content(
              schema = @Schema(implementation = EventPage.class),
              examples = @ExampleObject(name = "page", value = Examples.PAGE)))
  public Page<Object> all(@BeanParam Paging paging) {
    return EventPages.of(ALL, EventsByPosition.all(store, log), paging);
  }
}
