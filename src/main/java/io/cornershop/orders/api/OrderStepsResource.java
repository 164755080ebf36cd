package io.cornershop.orders.api;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.Rejected;
import io.cornershop.orders.OrderCommand;
import io.cornershop.orders.OrderCommand.CancelOrder;
import io.cornershop.orders.OrderCommand.DeliverOrder;
import io.cornershop.orders.OrderCommand.ReturnOrder;
import io.cornershop.orders.OrderCommand.ShipOrder;
import io.cornershop.orders.views.AcceptedOrders;
import io.cornershop.rest.Answers;
import io.cornershop.rest.RequestContext;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people do with an order: staff ship and deliver, customers and staff cancel and return. */
@Path("/orders")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
public class OrderStepsResource {

  private static final String SHIP =
      "{\"trackingNumber\": \"PX-4711\", \"carrier\": \"Parcel Express\"}";
  private static final String CANCEL = "{\"reason\": \"changed my mind\"}";
  private static final String RETURN =
      "{\"reason\": \"cracked\", \"items\": [{\"productId\": \"cup-white\", \"quantity\": 1}]}";

  @Inject private CommandHandler commands;
  @Inject private RequestContext request;
  @Inject private AcceptedOrders accepted;
  @Inject private Clock clock;

  /** A carrier has it. */
  @POST
  @Path("/{id}/ship")
  @RolesAllowed(Role.STAFF)
  @Operation(summary = "Ships a confirmed order")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "a parcel", value = SHIP)))
  @APIResponse(responseCode = "204", description = "Shipped")
  public Response ship(@PathParam("id") OrderId id, @Valid @NotNull ShipRequest body) {
    CommandContext context = request.command();
    return done(new ShipOrder(id, body.trackingNumber(), body.carrier(), clock.instant()), context);
  }

  /** The customer has it. */
  @POST
  @Path("/{id}/deliver")
  @RolesAllowed(Role.STAFF)
  @Operation(summary = "Notes that a shipped order was delivered")
  @APIResponse(responseCode = "204", description = "Delivered")
  public Response deliver(@PathParam("id") OrderId id) {
    CommandContext context = request.command();
    return done(new DeliverOrder(id, clock.instant()), context);
  }

  /** Nobody wants it any more. */
  @POST
  @Path("/{id}/cancel")
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(
      summary = "Cancels an order that is not shipped",
      description = "Its goods can be sold again, and its payment goes back, a moment later.")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "why", value = CANCEL)))
  @APIResponse(responseCode = "204", description = "Cancelled")
  public Response cancel(@PathParam("id") OrderId id, @Valid @NotNull CancelRequest body) {
    requireOwn(id);
    CommandContext context = request.command();
    return done(new CancelOrder(id, body.reason(), clock.instant()), context);
  }

  /** It comes back, or a part of it. */
  @POST
  @Path("/{id}/return")
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(
      summary = "Returns a delivered order, all or a part, within 30 days",
      description = "What comes back is put on the shelf and refunded, a moment later.")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "a cup", value = RETURN)))
  @APIResponse(responseCode = "204", description = "Returned")
  public Response takeBack(@PathParam("id") OrderId id, @Valid @NotNull ReturnRequest body) {
    requireOwn(id);
    CommandContext context = request.command();
    return done(new ReturnOrder(id, body.reason(), body.returned(), clock.instant()), context);
  }

  private void requireOwn(OrderId id) {
    CustomerId owner = accepted.customerOf(id).orElseThrow(() -> new NotFound("order", id));
    request.caller().requireSelfOr(owner, Role.STAFF);
  }

  private Response done(OrderCommand command, CommandContext context) {
    try {
      return Answers.done(commands.handle(command, context).sequence());
    } catch (NotFound unknown) {
      throw accepted.customerOf(command.orderId()).isPresent() ? notCreatedYet() : unknown;
    }
  }

  private static Rejected notCreatedYet() {
    return Rejected.conflict(
        "order-not-created-yet", "The order is accepted and will be there soon; try again");
  }
}
