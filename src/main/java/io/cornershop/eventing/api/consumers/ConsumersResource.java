package io.cornershop.eventing.api.consumers;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.channels.Consumers;
import io.cornershop.eventing.consuming.steering.SeekTarget;
import io.cornershop.eventing.consuming.steering.Wishes;
import io.cornershop.rest.Cursor;
import io.cornershop.rest.Page;
import io.cornershop.rest.Paging;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The way from Kafka to the handlers, for operators. */
@Path("/consumers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(name = "consumers", description = "What is consumed, what stands still, and steering it")
public class ConsumersResource {

  private static final String STEERED =
      "The wish is kept for every node and survives restarts; the nodes follow within two seconds.";

  @Inject private Consumers consumers;
  @Inject private Wishes wishes;
  @Inject private ConsumerSteering steering;

  /** All channels. */
  @GET
  @Operation(
      summary = "Lists the channels, each with a consumer group",
      description =
          "Partitions, held keys and stuck handlers are those of all nodes, as each of them last"
              + " said: every two seconds. What is older than ten seconds is marked as stale, and"
              + " left out where another node has the partition now. Whether a channel is to be"
              + " paused, and where it is to go back to, is the same on each node; all else is of"
              + " the node that answers.")
  @APIResponse(
      responseCode = "200",
      description = "A page of channels by name",
      content = @Content(examples = @ExampleObject(name = "page", value = ConsumerExamples.PAGE)))
  public Page<ConsumerAnswer> list(@BeanParam Paging paging) {
    String after = paging.after().map(cursor -> cursor.parts().getFirst()).orElse("");
    List<ConsumerStatus> found =
        consumers.status().stream()
            .filter(status -> status.channel().compareTo(after) > 0)
            .limit(paging.limit() + 1L)
            .toList();
    return Page.of(found, paging.limit(), status -> Cursor.of(status.channel()))
        .map(status -> steering.answer(status, wishes.of(status.channel())));
  }

  /** One channel. */
  @GET
  @Path("/{name}")
  @Operation(summary = "Shows a channel")
  @APIResponse(
      responseCode = "200",
      description = "The channel on all nodes",
      content = @Content(examples = @ExampleObject(name = "one", value = ConsumerExamples.ONE)))
  @APIResponse(responseCode = "404", description = "There is no such channel")
  public ConsumerAnswer show(@PathParam("name") String name) {
    return steering.show(name);
  }

  /** Stops a channel. */
  @POST
  @Path("/{name}/pause")
  @Operation(
      summary = "Pauses a channel: what is in flight is finished, nothing more is begun",
      description = STEERED)
  @APIResponse(responseCode = "200", description = "Wanted; state tells when it is so")
  @APIResponse(responseCode = "404", description = "There is no such channel")
  public ConsumerAnswer pause(@PathParam("name") String name) {
    return steering.change(name, "consumer.pause", wish -> wish.paused(true));
  }

  /** Lets a channel go on. */
  @POST
  @Path("/{name}/resume")
  @Operation(summary = "Lets a paused channel go on where it was", description = STEERED)
  @APIResponse(responseCode = "200", description = "Wanted; state tells when it is so")
  @APIResponse(responseCode = "404", description = "There is no such channel")
  public ConsumerAnswer resume(@PathParam("name") String name) {
    return steering.change(name, "consumer.resume", wish -> wish.paused(false));
  }

  /** Takes a channel back. */
  @POST
  @Path("/{name}/seek")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Takes a channel back, so that its handlers get events again",
      description =
          "Each partition goes back once, whoever owns it. A channel only goes back: a target ahead"
              + " of what a partition has finished changes nothing there, and the end is refused. An"
              + " event that was discarded for a handler is not given to it again. A repeat with the"
              + " same Idempotency-Key is the same seek. "
              + STEERED)
  @RequestBody(
      required = true,
      content =
          @Content(
              examples = {
                @ExampleObject(name = "all", value = "{\"to\": \"beginning\"}"),
                @ExampleObject(
                    name = "position",
                    value = "{\"to\": \"position\", \"position\": 41000}"),
                @ExampleObject(
                    name = "time",
                    value = "{\"to\": \"timestamp\", \"timestamp\": \"2026-11-01T12:00:00Z\"}"),
                @ExampleObject(
                    name = "offset",
                    value =
                        "{\"to\": \"offset\", \"topic\": \"orders.events\", \"partition\": 0,"
                            + " \"offset\": 17}")
              }))
  @APIResponse(responseCode = "200", description = "Wanted; seeks tells which partitions have gone")
  @APIResponse(responseCode = "404", description = "There is no such channel")
  @APIResponse(responseCode = "422", description = "seek-forward: nothing is skipped")
  public ConsumerAnswer seek(@PathParam("name") String name, @NotNull @Valid SeekRequest body) {
    SeekTarget target = body.target();
    return steering.seek(name, target);
  }
}
