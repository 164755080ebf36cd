package io.cornershop.customers.api;

import io.cornershop.customers.CustomerCommand.ErasePersonalData;
import io.cornershop.customers.erasure.Erasure;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.CommandResult;
import io.cornershop.kernel.CustomerId;
import io.cornershop.rest.Answers;
import io.cornershop.rest.RequestContext;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The right to be forgotten. */
@Path("/customers")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "customers")
public class ErasureResource {

  @Inject private CommandHandler commands;
  @Inject private RequestContext request;
  @Inject private Erasure erasure;
  @Inject private Clock clock;

  /** Customers erase themselves, staff erase anyone. */
  @DELETE
  @Path("/{id}/personal-data")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(
      summary = "Erases what is stored of a person, for ever",
      description =
          "Orders, payments and reports keep the id and the amounts. The customer can do nothing any"
              + " more: 409 customer-erased. Orders on their way lose their address.")
  @APIResponse(responseCode = "204", description = "Erased; views follow in moments")
  public Response erase(@PathParam("id") CustomerId id) {
    request.caller().requireSelfOr(id, Role.STAFF);
    CommandResult result =
        commands.handle(new ErasePersonalData(id, clock.instant()), request.command());
    erasure.forget(id);
    return Answers.done(result.sequence());
  }
}
