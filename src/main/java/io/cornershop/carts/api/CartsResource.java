package io.cornershop.carts.api;

import io.cornershop.carts.CartCommand;
import io.cornershop.carts.CartCommand.AddItem;
import io.cornershop.carts.CartCommand.ChangeQuantity;
import io.cornershop.carts.CartCommand.CheckOut;
import io.cornershop.carts.CartCommand.CreateCart;
import io.cornershop.carts.CartCommand.RemoveItem;
import io.cornershop.carts.views.CartOwners;
import io.cornershop.carts.views.CartView;
import io.cornershop.carts.views.CartViewProjection;
import io.cornershop.carts.views.CartViewStore;
import io.cornershop.carts.views.CataloguePrices;
import io.cornershop.carts.views.CataloguePrices.Offer;
import io.cornershop.carts.views.ProductsInCart;
import io.cornershop.carts.views.RegisteredCustomers;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.CommandResult;
import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.kernel.AcceptedPaymentMethods;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.ProductId;
import io.cornershop.rest.Answers;
import io.cornershop.rest.ReadYourWrites;
import io.cornershop.rest.RequestContext;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Carts: each customer has its own, staff may help with all of them. */
@Path("/carts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "carts")
public class CartsResource {

  @Inject private CommandHandler commands;
  @Inject private RequestContext request;
  @Inject private CartViewStore store;
  @Inject private ViewReads reads;
  @Inject private CartOwners owners;
  @Inject private RegisteredCustomers customers;
  @Inject private CataloguePrices prices;
  @Inject private ProductsInCart products;
  @Inject private AcceptedPaymentMethods methods;
  @Inject private Clock clock;

  /** A customer takes a cart. */
  @POST
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(summary = "Creates a cart")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "Ada's", value = CartExamples.CREATE)))
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(
              schema = @Schema(implementation = CartCreatedAnswer.class),
              examples = @ExampleObject(name = "its id", value = CartExamples.CREATED)))
  public Response create(@Valid @NotNull CreateCartRequest body) {
    request.caller().requireSelfOr(body.customerId(), Role.STAFF);
    CommandContext context = request.command();
    customers.require(body.customerId());
    CartId id = new CartId(request.newId());
    CommandResult result =
        commands.handle(new CreateCart(id, body.customerId(), clock.instant()), context);
    return Answers.created("/carts/" + id, new CartCreatedAnswer(id), result.sequence());
  }

  /** What is in it. */
  @GET
  @Path("/{id}")
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(summary = "Shows a cart")
  @APIResponse(
      responseCode = "200",
      description = "The cart",
      content =
          @Content(
              schema = @Schema(implementation = CartView.class),
              examples = @ExampleObject(name = "two teapots", value = CartExamples.CART)))
  public Response get(@PathParam("id") CartId id, @BeanParam ReadYourWrites own) {
    return reads
        .one(CartViewProjection.NAME, CartOwners.streamOf(id), own.write(), store::findById)
        .map(this::shown)
        .orElseGet(() -> notYet(id));
  }

  private Response shown(CartView cart) {
    request.caller().requireSelfOr(new CustomerId(cart.customerId()), Role.STAFF);
    return Answers.ok(cart, cart.sequence());
  }

  private Response notYet(CartId id) {
    requireOwn(id);
    return Answers.notCaughtUp();
  }

  /** More of a product, at the price that the catalogue has now. */
  @POST
  @Path("/{id}/items")
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(
      summary = "Adds a product to a cart",
      description = "The price is the catalogue's. More of a product that is there joins its line.")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "two", value = CartExamples.ADD)))
  @APIResponse(responseCode = "204", description = "Added")
  public Response add(@PathParam("id") CartId id, @Valid @NotNull AddItemRequest body) {
    CommandContext context = request.command();
    requireOwn(id);
    Offer offer = prices.offerOf(body.productId());
    AddItem command =
        new AddItem(
            id,
            body.productId(),
            offer.productName(),
            offer.unitPrice(),
            body.quantity(),
            clock.instant());
    return Answers.done(commands.handle(command, context).sequence());
  }

  /** So many of a product that is in it. */
  @PATCH
  @Path("/{id}/items/{productId}")
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(summary = "Changes the quantity of a product in a cart")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "three", value = CartExamples.QUANTITY)))
  @APIResponse(responseCode = "204", description = "The quantity is as wanted")
  public Response changeQuantity(
      @PathParam("id") CartId id,
      @PathParam("productId") ProductId product,
      @Valid @NotNull ChangeQuantityRequest body) {
    requireOwn(id);
    return done(new ChangeQuantity(id, product, body.quantity(), clock.instant()));
  }

  /** None of a product any more. */
  @DELETE
  @Path("/{id}/items/{productId}")
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(summary = "Takes a product out of a cart")
  @APIResponse(responseCode = "204", description = "The product is not in the cart")
  public Response remove(@PathParam("id") CartId id, @PathParam("productId") ProductId product) {
    requireOwn(id);
    return done(new RemoveItem(id, product, clock.instant()));
  }

  /** The customer orders what is in it. */
  @POST
  @Path("/{id}/checkout")
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(
      summary = "Checks a cart out: an order will come of it",
      description =
          "Prices stay as they were; a product that was withdrawn is a 409, a payment method that"
              + " the provider does not know a 422.")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "home", value = CartExamples.CHECK_OUT)))
  @APIResponse(
      responseCode = "202",
      description = "Accepted; the order will lie at Location",
      content =
          @Content(
              schema = @Schema(implementation = CheckedOutAnswer.class),
              examples = @ExampleObject(name = "order", value = CartExamples.CHECKED_OUT)))
  public Response checkOut(@PathParam("id") CartId id, @Valid @NotNull CheckOutRequest body) {
    CommandContext context = request.command();
    customers.require(requireOwn(id));
    methods.require(body.paymentMethod());
    prices.requireSold(products.of(id));
    CheckOut command =
        new CheckOut(id, body.paymentMethod(), body.shippingAddress().toAddress(), clock.instant());
    CommandResult result = commands.handle(command, context);
    OrderId order = new OrderId(id.value());
    return Answers.accepted("/orders/" + order, new CheckedOutAnswer(order), result.sequence());
  }

  private CustomerId requireOwn(CartId id) {
    CustomerId owner = owners.ownerOf(id);
    request.caller().requireSelfOr(owner, Role.STAFF);
    return owner;
  }

  private Response done(CartCommand command) {
    return Answers.done(commands.handle(command, request.command()).sequence());
  }
}
