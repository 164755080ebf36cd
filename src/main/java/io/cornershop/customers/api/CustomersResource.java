package io.cornershop.customers.api;

import io.cornershop.customers.CustomerCommand;
import io.cornershop.customers.CustomerCommand.LogIn;
import io.cornershop.customers.CustomerCommand.LogOut;
import io.cornershop.customers.views.CustomerProfile;
import io.cornershop.customers.views.CustomerProfileProjection;
import io.cornershop.customers.views.CustomerProfileStore;
import io.cornershop.customers.views.RegisteredCustomers;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.rest.Answers;
import io.cornershop.rest.Cursor;
import io.cornershop.rest.Page;
import io.cornershop.rest.Paging;
import io.cornershop.rest.ReadYourWrites;
import io.cornershop.rest.RequestContext;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.data.Limit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Customers: each sees its own account, staff all of them. */
@Path("/customers")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "customers")
public class CustomersResource {

  @Inject private CommandHandler commands;
  @Inject private RequestContext request;
  @Inject private CustomerProfileStore store;
  @Inject private ViewReads reads;
  @Inject private RegisteredCustomers registered;
  @Inject private Clock clock;

  /** Staff look somebody up. */
  @GET
  @RolesAllowed(Role.STAFF)
  @Operation(
      summary = "Finds customers by e-mail address",
      description =
          "A list takes no minSequence: when GET /customers/{id} with it has answered 200, the list"
              + " includes that write, too.")
  @APIResponse(
      responseCode = "200",
      description = "The customers with this address",
      content =
          @Content(
              schema = @Schema(implementation = CustomerPage.class),
              examples = @ExampleObject(name = "one", value = CustomerExamples.PAGE)))
  public Page<CustomerAnswer> find(
      @QueryParam("email")
          @Parameter(required = true, description = "The whole address; case does not matter")
          String email,
      @BeanParam Paging paging) {
    String key =
        Optional.ofNullable(email)
            .map(CustomerProfile::keyOf)
            .orElseThrow(() -> new InvalidValue("email", "must be given"));
    String list = "customers " + key;
    String after = paging.after().map(cursor -> cursor.textIn(list)).orElse("");
    Limit oneMore = Limit.of(paging.limit() + 1);
    List<CustomerProfile> found =
        reads.ask(
            () ->
                store.findByEmailKeyAndCustomerIdGreaterThanOrderByCustomerIdAsc(
                    key, after, oneMore));
    return Page.of(found, paging.limit(), row -> Cursor.within(list, row.customerId()))
        .map(CustomerAnswer::of);
  }

  /** One customer. */
  @GET
  @Path("/{id}")
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(summary = "Shows a customer")
  @APIResponse(
      responseCode = "200",
      description = "The customer",
      content =
          @Content(
              schema = @Schema(implementation = CustomerAnswer.class),
              examples = @ExampleObject(name = "Ada", value = CustomerExamples.CUSTOMER)))
  public Response get(@PathParam("id") CustomerId id, @BeanParam ReadYourWrites own) {
    request.caller().requireSelfOr(id, Role.STAFF);
    return reads
        .one(
            CustomerProfileProjection.NAME,
            RegisteredCustomers.streamOf(id),
            own.write(),
            store::findById)
        .map(row -> Answers.ok(CustomerAnswer.of(row), row.sequence()))
        .orElseGet(() -> notYet(id));
  }

  private Response notYet(CustomerId id) {
    registered.require(id);
    return Answers.notCaughtUp();
  }

  /** The customer came. */
  @POST
  @Path("/{id}/login")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(summary = "Records that a customer has logged in")
  @APIResponse(responseCode = "204", description = "Recorded")
  public Response logIn(@PathParam("id") CustomerId id) {
    return done(id, new LogIn(id, clock.instant()));
  }

  /** The customer left. */
  @POST
  @Path("/{id}/logout")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(summary = "Records that a customer has logged out")
  @APIResponse(responseCode = "204", description = "Recorded")
  public Response logOut(@PathParam("id") CustomerId id) {
    return done(id, new LogOut(id, clock.instant()));
  }

  private Response done(CustomerId id, CustomerCommand command) {
    request.caller().requireSelfOr(id, Role.STAFF);
    return Answers.done(commands.handle(command, request.command()).sequence());
  }
}
