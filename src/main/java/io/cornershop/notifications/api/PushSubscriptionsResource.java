package io.cornershop.notifications.api;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.CommandResult;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.notifications.PushSubscription;
import io.cornershop.notifications.RecipientCommand.AddPushSubscription;
import io.cornershop.notifications.RecipientCommand.RemovePushSubscription;
import io.cornershop.notifications.RecipientEvent.PushSubscriptionRemoved.Why;
import io.cornershop.notifications.push.PushEndpoints;
import io.cornershop.notifications.views.CurrentWishes;
import io.cornershop.notifications.views.CurrentWishes.Wishes;
import io.cornershop.rest.Answers;
import io.cornershop.rest.Page;
import io.cornershop.rest.RequestContext;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The browsers in which a customer takes push messages. */
@Path("/customers")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notifications")
public class PushSubscriptionsResource {

  private static final String PATH = "/{id}/push-subscriptions";

  @Inject private CommandHandler commands;
  @Inject private RequestContext request;
  @Inject private CurrentWishes current;
  @Inject private PushEndpoints endpoints;
  @Inject private Clock clock;

  /** The subscriptions as they are now. */
  @GET
  @Path(PATH)
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(
      summary = "Lists the push subscriptions of a customer",
      description = "At most 20, in one piece. Endpoints and keys are not shown to anybody.")
  @APIResponse(
      responseCode = "200",
      description = "The subscriptions in the order in which they were added",
      content =
          @Content(
              schema = @Schema(implementation = PushSubscriptionPage.class),
              examples = @ExampleObject(name = "one", value = RecipientExamples.PAGE)))
  public Response list(@PathParam("id") CustomerId id) {
    request.caller().requireSelfOr(id, Role.STAFF);
    Wishes wishes = current.require(id);
    List<PushSubscriptionAnswer> all =
        wishes.row().subscriptions().stream().map(PushSubscriptionAnswer::of).toList();
    return Answers.ok(Page.last(all), wishes.sequence());
  }

  /** A browser takes push messages from now on. */
  @POST
  @Path(PATH)
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(
      summary = "Adds a push subscription",
      description =
          "Takes what PushSubscription.toJSON() gives in a browser that has subscribed with the key"
              + " of GET /push-key. An endpoint that is there already has its keys replaced, and"
              + " keeps its id. 409 too-many-push-subscriptions beyond 20.")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(name = "a browser", value = RecipientExamples.SUBSCRIPTION)))
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content =
          @Content(
              schema = @Schema(implementation = AddedAnswer.class),
              examples = @ExampleObject(name = "the id", value = RecipientExamples.ADDED)))
  public Response add(@PathParam("id") CustomerId id, @Valid @NotNull PushSubscriptionBody body) {
    request.caller().requireSelfOr(id, Role.STAFF);
    PushSubscription wanted = body.of(id);
    endpoints.require(wanted);
    current.require(id);
    CommandResult result =
        commands.handle(new AddPushSubscription(id, wanted, clock.instant()), request.command());
    return Answers.created(
        "/customers/" + id + "/push-subscriptions/" + wanted.id(),
        new AddedAnswer(wanted.id()),
        result.sequence());
  }

  /** A browser takes none any more. */
  @DELETE
  @Path(PATH + "/{subscriptionId}")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(summary = "Removes a push subscription")
  @APIResponse(responseCode = "204", description = "No more push messages go there")
  public Response remove(
      @PathParam("id") CustomerId id, @PathParam("subscriptionId") String subscription) {
    return giveUp(id, subscription);
  }

  /** The same by what the browser knows. */
  @DELETE
  @Path(PATH)
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(
      summary = "Removes the push subscription of an endpoint",
      description = "For a browser, which knows its endpoint and not our id of it.")
  @APIResponse(responseCode = "204", description = "No more push messages go there")
  public Response removeByEndpoint(
      @PathParam("id") CustomerId id,
      @Parameter(required = true, description = "The endpoint as it was added")
          @QueryParam("endpoint")
          String endpoint) {
    String known =
        Optional.ofNullable(endpoint)
            .orElseThrow(() -> new InvalidValue("endpoint", "must be the one that was added"));
    return giveUp(id, PushSubscription.idOf(id, known));
  }

  private Response giveUp(CustomerId id, String subscription) {
    request.caller().requireSelfOr(id, Role.STAFF);
    current.require(id);
    RemovePushSubscription command =
        new RemovePushSubscription(id, subscription, Why.GIVEN_UP, clock.instant());
    return Answers.done(commands.handle(command, request.command()).sequence());
  }
}
