package io.cornershop.eventing.api.feed;

import io.cornershop.eventing.commands.Aggregates;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The event store as a feed. */
@Path("/eventstore")
@RequestScoped
@RolesAllowed({Role.AUDITOR, Role.OPERATOR})
@Tag(name = "event store")
public class FeedResource {

  private static final String EXAMPLE =
      """
      : the events behind position 0 follow

      id: 1000
      event: CartCreated
      data: {"eventId": "01a21444-5e28-7416-b5ea-eefc3437143a", "eventType": "CartCreated"}

      """;

  @Inject private Feeds feeds;
  @Inject private Aggregates aggregates;
  @Inject private EventTypes types;

  /** History, then what happens. */
  @GET
  @Path("/stream")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Sends all events by position, and goes on with those to come",
      description =
          "Server-sent events: the id is the position, the event the event type, the data the"
              + " envelope. Comments tell that the feed is alive, and why nothing comes. A client"
              + " that comes again with Last-Event-ID misses nothing and gets nothing twice.")
  @APIResponse(
      responseCode = "200",
      description = "Events without end",
      content =
          @Content(
              schema = @Schema(implementation = String.class),
              mediaType = MediaType.SERVER_SENT_EVENTS,
              examples = @ExampleObject(name = "feed", value = EXAMPLE)))
  @APIResponse(responseCode = "404", description = "Unknown type; the detail names the known ones")
  public void stream(@BeanParam FeedRequest request, @Context SseEventSink sink, @Context Sse sse) {
    feeds.open(request.filter(aggregates, types), request.position(), new SseOutlet(sink, sse));
  }
}
