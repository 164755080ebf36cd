package io.cornershop.inventory.api;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.inventory.StockCommand.AdjustStock;
import io.cornershop.inventory.views.KnownProducts;
import io.cornershop.inventory.views.StockLevelProjection;
import io.cornershop.inventory.views.StockLevelStore;
import io.cornershop.kernel.CommandContext;
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
import jakarta.ws.rs.GET;
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

/** The stock of a product: everybody who is logged in reads it, staff write it. */
@Path("/products/{id}/stock")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
public class StockResource {

  private static final String ADJUST = "{\"change\": 40, \"reason\": \"delivery 4711\"}";
  private static final String STOCK = "{\"onHand\": 40, \"reserved\": 3, \"available\": 37}";

  @Inject private CommandHandler commands;
  @Inject private RequestContext request;
  @Inject private StockLevelStore store;
  @Inject private ViewReads reads;
  @Inject private KnownProducts known;
  @Inject private Clock clock;

  /** How much there is; of a product that never came, nothing. */
  @GET
  @RolesAllowed({Role.CUSTOMER, Role.STAFF, Role.OPERATOR, Role.AUDITOR, Role.SERVICE})
  @Operation(summary = "Shows the stock of a product")
  @APIResponse(
      responseCode = "200",
      description = "The stock",
      content =
          @Content(
              schema = @Schema(implementation = StockAnswer.class),
              examples = @ExampleObject(name = "some", value = STOCK)))
  public Response get(@PathParam("id") ProductId id, @BeanParam ReadYourWrites own) {
    return reads
        .one(StockLevelProjection.NAME, KnownProducts.stockOf(id), own.write(), store::findById)
        .map(level -> Answers.ok(StockAnswer.of(level), level.sequence()))
        .orElseGet(() -> notYet(id, own));
  }

  private Response notYet(ProductId id, ReadYourWrites own) {
    known.require(id);
    return own.minSequence().isPresent() || known.hasStock(id)
        ? Answers.notCaughtUp()
        : Answers.ok(StockAnswer.NOTHING, 0);
  }

  /** Staff note that goods came or went. */
  @POST
  @RolesAllowed(Role.STAFF)
  @Operation(summary = "Adjusts the stock of a product")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "a delivery", value = ADJUST)))
  @APIResponse(responseCode = "204", description = "The stock is adjusted")
  public Response adjust(@PathParam("id") ProductId id, @Valid @NotNull AdjustStockRequest body) {
    CommandContext context = request.command();
    known.require(id);
    AdjustStock command = new AdjustStock(id, body.change(), body.reason(), clock.instant());
    return Answers.done(commands.handle(command, context).sequence());
  }
}
