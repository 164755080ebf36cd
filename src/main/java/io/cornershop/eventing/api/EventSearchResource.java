package io.cornershop.eventing.api;

import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.store.EventIndex;
import io.cornershop.eventing.store.EventSearch;
import io.cornershop.eventing.store.EventSearch.OfCorrelation;
import io.cornershop.eventing.store.EventSearch.OfId;
import io.cornershop.eventing.store.EventSearch.OfType;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.kernel.NotFound;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Searches of the whole store. */
@Path("/eventstore")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.OPERATOR})
@Tag(name = "event store")
public class EventSearchResource {

  @Inject private EventStore store;
  @Inject private EventIndex index;
  @Inject private EventTypes types;

  /** One event. */
  @GET
  @Path("/events/{eventId}")
  @Operation(
      summary = "Shows one event",
      description = "It is found once it has a position, which it gets soon after it was stored.")
  @APIResponse(
      responseCode = "200",
      description = "The event",
      content =
          @Content(
              schema = @Schema(implementation = EventAnswer.class),
              examples = @ExampleObject(name = "event", value = Examples.EVENT)))
  public Object event(@PathParam("eventId") String eventId) {
    EventSearch search = new OfId(uuid(eventId));
    return EventsByPosition.found(store, index, search).after(0, 1).stream()
        .findFirst()
        .map(EnvelopeJson::toWritable)
        .orElseThrow(() -> new NotFound("event", eventId));
  }

  private static UUID uuid(String eventId) {
    try {
      return UUID.fromString(eventId);
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("eventId", "must be a UUID");
    }
  }

  /** By type. */
  @GET
  @Path("/events/type/{eventType}")
  @Operation(summary = "Lists all events of a type by position, in every version")
  @APIResponse(
      responseCode = "200",
      description = "Events by position",
      content =
          @Content(
              schema = @Schema(implementation = EventPage.class),
              examples = @ExampleObject(name = "page", value = Examples.PAGE)))
  @APIResponse(responseCode = "404", description = "Unknown; the detail names the known types")
  public Page<Object> ofType(@PathParam("eventType") String eventType, @BeanParam Paging paging) {
    return page(new OfType(Known.eventType(types, eventType)), paging);
  }

  /** By request. */
  @GET
  @Path("/events/correlation/{correlationId}")
  @Operation(
      summary = "Lists by position everything that one request has caused",
      description = "The id is the X-Correlation-Id of the request. Nothing found: an empty list.")
  @APIResponse(
      responseCode = "200",
      description = "Events by position",
      content =
          @Content(
              schema = @Schema(implementation = EventPage.class),
              examples = @ExampleObject(name = "page", value = Examples.PAGE)))
  public Page<Object> ofCorrelation(
      @PathParam("correlationId") String correlationId, @BeanParam Paging paging) {
    return page(new OfCorrelation(correlationId), paging);
  }

  /** By time. */
  @GET
  @Path("/events/date-range")
  @Operation(
      summary = "Lists by position what happened from one time on and before another",
      description =
          "The times are those of the events, by the clocks of the nodes that decided them; the"
              + " order is that of the positions.")
  @APIResponse(
      responseCode = "200",
      description = "Events by position",
      content =
          @Content(
              schema = @Schema(implementation = EventPage.class),
              examples = @ExampleObject(name = "page", value = Examples.PAGE)))
  public Page<Object> ofTime(@BeanParam TimeRange range, @BeanParam Paging paging) {
    return page(range.search(), paging);
  }

  /** A search tells itself from all others: it is a record of what is looked for. */
  private Page<Object> page(EventSearch search, Paging paging) {
    return EventPages.of(search.toString(), EventsByPosition.found(store, index, search), paging);
  }
}
