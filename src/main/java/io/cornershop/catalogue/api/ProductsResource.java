package io.cornershop.catalogue.api;

import io.cornershop.catalogue.ProductCommand.AddProduct;
import io.cornershop.catalogue.ProductCommand.ChangePrice;
import io.cornershop.catalogue.ProductCommand.WithdrawProduct;
import io.cornershop.catalogue.views.KnownProducts;
import io.cornershop.catalogue.views.ProductListing;
import io.cornershop.catalogue.views.ProductListingProjection;
import io.cornershop.catalogue.views.ProductListingStore;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.CommandResult;
import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.kernel.ProductId;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue: everybody who is logged in reads it, staff write it. */
@Path("/products")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
public class ProductsResource {

  private static final String LIST = "products";

  @Inject private CommandHandler commands;
  @Inject private RequestContext request;
  @Inject private ProductListingStore store;
  @Inject private ViewReads reads;
  @Inject private KnownProducts known;
  @Inject private Clock clock;

  /** The products that can be bought. */
  @GET
  @RolesAllowed({Role.CUSTOMER, Role.STAFF, Role.OPERATOR, Role.AUDITOR, Role.SERVICE})
  @Operation(
      summary = "Lists the products that can be bought, by id",
      description =
          "With what they cost and how many pieces can be ordered, as last heard. A list takes no"
              + " minSequence: when GET /products/{id} with it has answered 200, the list includes"
              + " that write, too.")
  @APIResponse(
      responseCode = "200",
      description = "A page of products",
      content =
          @Content(
              schema = @Schema(implementation = ProductPage.class),
              examples = @ExampleObject(name = "one product", value = ProductExamples.PAGE)))
  public Page<ProductAnswer> list(@BeanParam Paging paging) {
    String after = paging.after().map(cursor -> cursor.textIn(LIST)).orElse("");
    Limit oneMore = Limit.of(paging.limit() + 1);
    List<ProductListing> found =
        reads.ask(
            () ->
                store.findByStatusAndProductIdGreaterThanOrderByProductIdAsc(
                    ProductListing.LISTED, after, oneMore));
    return Page.of(found, paging.limit(), product -> Cursor.within(LIST, product.productId()))
        .map(ProductAnswer::of);
  }

  /** One product, also a withdrawn one. */
  @GET
  @Path("/{id}")
  @RolesAllowed({Role.CUSTOMER, Role.STAFF, Role.OPERATOR, Role.AUDITOR, Role.SERVICE})
  @Operation(summary = "Shows one product, also one that was withdrawn")
  @APIResponse(
      responseCode = "200",
      description = "The product",
      content =
          @Content(
              schema = @Schema(implementation = ProductAnswer.class),
              examples = @ExampleObject(name = "a teapot", value = ProductExamples.PRODUCT)))
  public Response get(@PathParam("id") ProductId id, @BeanParam ReadYourWrites own) {
    return reads
        .one(
            ProductListingProjection.NAME, KnownProducts.streamOf(id), own.write(), store::findById)
        .filter(ProductListing::isKnown)
        .map(product -> Answers.ok(ProductAnswer.of(product), product.sequence()))
        .orElseGet(() -> notYet(id));
  }

  private Response notYet(ProductId id) {
    known.require(id);
    return Answers.notCaughtUp();
  }

  /** Staff take a product into the catalogue. */
  @POST
  @RolesAllowed(Role.STAFF)
  @Operation(summary = "Adds a product")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "a teapot", value = ProductExamples.ADD)))
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content =
          @Content(
              schema = @Schema(implementation = ProductAddedAnswer.class),
              examples = @ExampleObject(name = "its id", value = ProductExamples.ADDED)))
  public Response add(@Valid @NotNull AddProductRequest body) {
    ProductId id = body.productId().orElseGet(() -> new ProductId(request.newId()));
    CommandResult result =
        commands.handle(
            new AddProduct(
                id, body.name(), body.price(), body.lowStockThreshold(), clock.instant()),
            request.command());
    return Answers.created("/products/" + id, new ProductAddedAnswer(id), result.sequence());
  }

  /** Staff sell it at another price. */
  @PUT
  @Path("/{id}/price")
  @RolesAllowed(Role.STAFF)
  @Operation(summary = "Changes the price of a product")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "dearer", value = ProductExamples.PRICE)))
  @APIResponse(responseCode = "204", description = "The price is as wanted")
  public Response changePrice(
      @PathParam("id") ProductId id, @Valid @NotNull ChangePriceRequest body) {
    ChangePrice command = new ChangePrice(id, body.price(), clock.instant());
    return Answers.done(commands.handle(command, request.command()).sequence());
  }

  /** Staff sell it no more. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed(Role.STAFF)
  @Operation(summary = "Withdraws a product: it can be read, but bought no more")
  @APIResponse(responseCode = "204", description = "The product is withdrawn")
  public Response withdraw(@PathParam("id") ProductId id) {
    WithdrawProduct command = new WithdrawProduct(id, clock.instant());
    return Answers.done(commands.handle(command, request.command()).sequence());
  }
}
