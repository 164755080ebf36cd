package io.cornershop.reporting.stock;

import io.cornershop.inventory.StockEvent.Level;
import io.cornershop.rest.Cursor;
import io.cornershop.rest.Page;
import io.cornershop.rest.Paging;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What lies on the shelves, for those who run the shop. */
@Path("/reports/inventory")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class InventoryResource {

  private static final String PAGE =
      """
      {"items": [
        {"productId": "teapot-red", "productName": "Red teapot", "withdrawn": false,
         "lowStockThreshold": 5, "onHand": 7, "reserved": 3, "available": 4, "state": "LowStock",
         "stockChangedAt": "2026-03-04T16:20:00Z"}]}""";

  @Inject private InventoryReport report;

  /** All products, also withdrawn ones: what lies on a shelf has cost money. */
  @GET
  @RolesAllowed({Role.STAFF, Role.OPERATOR})
  @Operation(
      summary = "Reports what is on hand, reserved and available of each product, by id",
      description =
          "LowStock: fewer available than the product's threshold; OutOfStock: none. Withdrawn"
              + " products are listed, too. The list is about many products and takes no"
              + " minSequence: stockChangedAt says which change of a product's stock it includes."
              + " Who needs its own change asks GET /products/{id}/stock with minSequence.")
  @APIResponse(
      responseCode = "200",
      description = "A page of products",
      content =
          @Content(
              schema = @Schema(implementation = InventoryPage.class),
              examples = @ExampleObject(name = "one product", value = PAGE)))
  public Page<InventoryLevel> list(
      @QueryParam("state")
          @Parameter(
              description = "Only products of this state",
              schema = @Schema(enumeration = {"InStock", "LowStock", "OutOfStock"}))
          Level state,
      @BeanParam Paging paging) {
    Optional<Level> wanted = Optional.ofNullable(state);
    String list = "inventory " + wanted;
    String after = paging.after().map(cursor -> cursor.textIn(list)).orElse("");
    List<InventoryLevel> found = report.find(wanted, after, paging.limit() + 1);
    return Page.of(found, paging.limit(), row -> Cursor.within(list, row.productId()));
  }
}
