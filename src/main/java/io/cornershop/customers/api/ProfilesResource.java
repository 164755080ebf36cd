package io.cornershop.customers.api;

import io.cornershop.customers.CustomerCommand;
import io.cornershop.customers.CustomerCommand.RegisterCustomer;
import io.cornershop.customers.CustomerCommand.UpdateProfile;
import io.cornershop.customers.claims.UniqueEmails;
import io.cornershop.customers.claims.UniqueEmails.Wish;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.CommandResult;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CustomerId;
import io.cornershop.rest.Answers;
import io.cornershop.rest.RequestContext;
import io.cornershop.security.Caller;
import io.cornershop.security.Forbidden;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
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

/** What customers tell about themselves: at registration and later. */
@Path("/customers")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "customers")
public class ProfilesResource {

  @Inject private CommandHandler commands;
  @Inject private RequestContext request;
  @Inject private UniqueEmails emails;
  @Inject private Clock clock;

  /** A customer registers itself, staff register anyone. */
  @POST
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(
      summary = "Registers a customer",
      description =
          "Customers register under their own id, staff register anyone under a new one. An e-mail"
              + " address that another customer has is a 409 for staff.")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "Ada", value = CustomerExamples.PROFILE)))
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content =
          @Content(
              schema = @Schema(implementation = CustomerRegisteredAnswer.class),
              examples = @ExampleObject(name = "the id", value = CustomerExamples.REGISTERED)))
  public Response register(@Valid @NotNull ProfileRequest body) {
    CustomerId id = idFor(request.caller());
    CommandResult result =
        withEmail(
            new RegisterCustomer(id, body.name(), body.email(), body.phone(), clock.instant()),
            body.email());
    return Answers.created("/customers/" + id, new CustomerRegisteredAnswer(id), result.sequence());
  }

  private CustomerId idFor(Caller caller) {
    return caller.hasAny(Role.STAFF)
        ? new CustomerId(request.newId())
        : caller.customerId().orElseThrow(Forbidden::notYours);
  }

  /** Name, address and number are these now. */
  @PUT
  @Path("/{id}")
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(summary = "Replaces a customer's profile")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "Ada", value = CustomerExamples.PROFILE)))
  @APIResponse(responseCode = "204", description = "The profile is as wanted")
  public Response update(@PathParam("id") CustomerId id, @Valid @NotNull ProfileRequest body) {
    request.caller().requireSelfOr(id, Role.STAFF);
    UpdateProfile command =
        new UpdateProfile(id, body.name(), body.email(), body.phone(), clock.instant());
    return Answers.done(withEmail(command, body.email()).sequence());
  }

  /** Staff are told when another customer has the address; anybody else would learn too much. */
  private CommandResult withEmail(CustomerCommand command, String email) {
    CommandContext context = request.command();
    Wish wish =
        new Wish(
            command.customerId(), email, context.commandId(), request.caller().hasAny(Role.STAFF));
    return emails.claimed(wish, () -> commands.handle(command, context));
  }
}
