package io.cornershop.eventing.api.external;

import io.cornershop.eventing.commands.Aggregates;
import io.cornershop.eventing.commands.ExternalEvents;
import io.cornershop.eventing.commands.Received;
import io.cornershop.eventing.commands.Recorded;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Rejected;
import io.cornershop.rest.Answers;
import io.cornershop.rest.LargeBody;
import io.cornershop.rest.RequestContext;
import io.cornershop.security.Forbidden;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tools.jackson.databind.JsonNode;

/** Where outside producers append to a stream of their own. */
@Path("/eventstore")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SERVICE)
@Tag(name = "publishing")
public class ExternalStreamsResource {

  @Inject private Aggregates aggregates;
  @Inject private ExternalEvents events;
  @Inject private ExternalInbox inbox;
  @Inject private RequestContext request;

  /** An outside producer goes on with a stream. */
  @POST
  @LargeBody
  @Path("/events/{aggregateType}/{aggregateId}")
  @Operation(
      summary = "Appends events of types that are registered as external, one or a list",
      description =
          "All or none. If-Match names the sequence at which the stream must be, \"0\" for one"
              + " that must be new; without it the events go to the end, wherever that is. The"
              + " streams of the shop's own domains refuse with 403.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ExternalEventRequest.class),
              examples = {
                @ExampleObject(name = "one", value = ExternalExamples.SCAN),
                @ExampleObject(name = "several", value = ExternalExamples.SCANS)
              }))
  @APIResponse(
      responseCode = "201",
      description = "All events are durable; the ETag is the sequence of the last of them",
      content =
          @Content(
              schema = @Schema(implementation = PublishedAnswer.class),
              examples = @ExampleObject(name = "stored", value = ExternalExamples.ANSWER)))
  public Response append(
      @PathParam("aggregateType") String aggregateType,
      @PathParam("aggregateId") String aggregateId,
      @NotNull JsonNode body) {
    StreamId stream = requireExternal(aggregateType, aggregateId);
    CommandContext context = request.command();
    List<Received> received = inbox.read(body);
    requireAllOf(stream, received);
    List<Recorded> recorded =
        events.append(stream, received, context.expectedSequence(), Producers.metadata(context));
    return Answers.created(
        "/eventstore/events/" + stream,
        PublishedAnswer.of(recorded),
        recorded.stream().mapToLong(Recorded::sequence).max().orElseThrow());
  }

  private StreamId requireExternal(String aggregateType, String aggregateId) {
    boolean external =
        aggregates
            .ofType(aggregateType)
            .orElseThrow(() -> new NotFound("aggregate type", aggregateType))
            .isExternal();
    if (!external) {
      throw Forbidden.notExternal("Only the shop itself writes to streams of " + aggregateType);
    }
    return new StreamId(aggregateType, aggregateId);
  }

  private static void requireAllOf(StreamId stream, List<Received> received) {
    if (!received.stream().allMatch(event -> event.stream().equals(stream))) {
      throw Rejected.rule("other-stream", "An event is about another aggregate than the path");
    }
  }
}
