package io.cornershop.notifications.api;

import io.cornershop.kernel.NotFound;
import io.cornershop.notifications.push.PushSettings;
import io.cornershop.notifications.push.VapidKeys;
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

/** What browsers need before they can subscribe. */
@Path("/push-key")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notifications")
public class PushKeyResource {

  @Inject private PushSettings settings;

  /** The shop's public key. */
  @GET
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(
      summary = "Shows the key that browsers subscribe with",
      description = "The applicationServerKey of the Push API. 404 while push is not set up.")
  @APIResponse(
      responseCode = "200",
      description = "The public key",
      content =
          @Content(
              schema = @Schema(implementation = PushKeyAnswer.class),
              examples = @ExampleObject(name = "a key", value = RecipientExamples.KEY)))
  @APIResponse(responseCode = "404", description = "Push is not set up")
  public PushKeyAnswer get() {
    return settings
        .keys()
        .map(VapidKeys::publicText)
        .map(PushKeyAnswer::new)
        .orElseThrow(() -> new NotFound("key", "for push messages"));
  }
}
