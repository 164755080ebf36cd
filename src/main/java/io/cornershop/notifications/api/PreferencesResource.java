package io.cornershop.notifications.api;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.RecipientCommand.ChangePreferences;
import io.cornershop.notifications.views.CurrentWishes;
import io.cornershop.notifications.views.CurrentWishes.Wishes;
import io.cornershop.rest.Answers;
import io.cornershop.rest.RequestContext;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** In which language, by which channels and when a customer wants to be told. */
@Path("/customers")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notifications")
public class PreferencesResource {

  @Inject private CommandHandler commands;
  @Inject private RequestContext request;
  @Inject private CurrentWishes current;
  @Inject private PreferenceRules rules;
  @Inject private Clock clock;

  /** The wishes as they are now. */
  @GET
  @Path("/{id}/notification-preferences")
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(
      summary = "Shows how a customer wants to be told",
      description =
          "Who has said nothing is told in English, by all channels, at any time. The ETag counts"
              + " the changes of preferences and push subscriptions together.")
  @APIResponse(
      responseCode = "200",
      description = "The preferences",
      content =
          @Content(
              schema = @Schema(implementation = PreferencesBody.class),
              examples = @ExampleObject(name = "French", value = RecipientExamples.PREFERENCES)))
  public Response get(@PathParam("id") CustomerId id) {
    request.caller().requireSelfOr(id, Role.STAFF);
    Wishes wishes = current.require(id);
    return Answers.ok(PreferencesBody.of(wishes.row().preferences()), wishes.sequence());
  }

  /** The wishes are these now. */
  @PUT
  @Path("/{id}/notification-preferences")
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(
      summary = "Replaces how a customer wants to be told",
      description =
          "E-mails about what was ordered, cancelled and given back come whatever is wished here."
              + " SMS and push messages wait until the quiet hours are over.")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples = @ExampleObject(name = "French", value = RecipientExamples.PREFERENCES)))
  @APIResponse(responseCode = "204", description = "The preferences are as wanted")
  public Response replace(@PathParam("id") CustomerId id, @Valid @NotNull PreferencesBody body) {
    request.caller().requireSelfOr(id, Role.STAFF);
    Preferences wanted = rules.require(body.toPreferences());
    current.require(id);
    ChangePreferences command = new ChangePreferences(id, wanted, clock.instant());
    return Answers.done(commands.handle(command, request.command()).sequence());
  }
}
