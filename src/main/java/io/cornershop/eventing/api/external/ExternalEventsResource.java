package io.cornershop.eventing.api.external;

import io.cornershop.eventing.commands.ExternalEvents;
import io.cornershop.eventing.commands.Received;
import io.cornershop.eventing.commands.Recorded;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.Deadline;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.rest.Answers;
import io.cornershop.rest.LargeBody;
import io.cornershop.rest.RequestContext;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tools.jackson.databind.JsonNode;

/** Where outside producers publish. */
@Path("/events")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SERVICE)
@Tag(name = "publishing", description = "For outside producers")
public class ExternalEventsResource {

  /** Time beyond the deadline of other requests: each event can be a commit of its own. */
  private static final Duration FOR_EACH = Duration.ofMillis(10);

  @Inject private ExternalEvents events;
  @Inject private ExternalInbox inbox;
  @Inject private RequestContext request;

  /** An outside producer tells what has happened. */
  @POST
  @LargeBody
  @Operation(
      summary = "Publishes events of types that are registered as external, one or a list",
      description =
          "The list is checked as a whole before anything is stored, at most 1,000 events. Each"
              + " event is idempotent by its eventId. A 503 says how many are stored; repeat the"
              + " same request then: what is stored is not stored again. If-Match is for events of"
              + " one stream.")
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
      description = "All events are durable, and Kafka will have them",
      content =
          @Content(
              schema = @Schema(implementation = PublishedAnswer.class),
              examples = @ExampleObject(name = "stored", value = ExternalExamples.ANSWER)))
  public Response publish(@NotNull JsonNode body) {
    List<Received> received = inbox.read(body);
    Duration more = FOR_EACH.multipliedBy(received.size());
    return Answers.created(
        PublishedAnswer.of(Deadline.extendedBy(more, () -> store(received, request.command()))));
  }

  private List<Recorded> store(List<Received> received, CommandContext context) {
    EventMetadata metadata = Producers.metadata(context);
    OptionalLong expected = context.expectedSequence();
    return expected.isEmpty()
        ? events.publish(received, metadata)
        : events.append(only(received), received, expected, metadata);
  }

  private static StreamId only(List<Received> received) {
    List<StreamId> streams = received.stream().map(Received::stream).distinct().toList();
    if (streams.size() > 1) {
      throw new InvalidValue("If-Match", "is for events of one stream only");
    }
    return streams.getFirst();
  }
}
