package io.cornershop.eventing.api;

import io.cornershop.eventing.publishing.EventRelay;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The way from the store to Kafka, for operators. */
@Path("/relay")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(name = "relay", description = "What is published, and what waits for it")
public class RelayResource {

  @Inject private EventRelay relay;

  /** How far publishing is. */
  @GET
  @Operation(
      summary = "Shows how far publishing is, and what waits",
      description =
          "The outbox is the same seen from any node, also while Kafka is down; relay and condition"
              + " are those of the node that answers.")
  @APIResponse(
      responseCode = "200",
      description = "The relay as this node sees it",
      content =
          @Content(
              schema = @Schema(implementation = RelayAnswer.class),
              examples = @ExampleObject(name = "relay", value = Examples.RELAY)))
  public RelayAnswer relay() {
    return RelayAnswer.of(relay.status());
  }
}
