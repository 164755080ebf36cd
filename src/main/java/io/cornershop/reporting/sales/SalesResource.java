package io.cornershop.reporting.sales;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.LiveStreams;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.NotFound;
import io.cornershop.rest.FromTo;
import io.cornershop.rest.Paging;
import io.cornershop.rest.RequestContext;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was sold, for those who run the shop; and to each customer, what it has ordered itself. */
@Path("/reports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class SalesResource {

  private static final String USUAL_TOP = "10";
  private static final String DAYS =
      " Days are those of the shop's time zone; without to, the last one is today; without from,"
          + " it is 30 days. At most 366 days. A time given instead of a day stands for its day.";

  @Inject private RequestContext request;
  @Inject private SalesFigures figures;
  @Inject private LiveStreams live;
  @Inject private ZoneId zone;
  @Inject private Clock clock;

  /** Sales by day, week or month. */
  @GET
  @Path("/sales")
  @RolesAllowed({Role.STAFF, Role.OPERATOR})
  @Operation(
      summary = "Reports sales by day, ISO week or month",
      description =
          "An order counts on the day on which it was placed, also when it is cancelled or"
              + " returned later."
              + DAYS)
  @APIResponse(
      responseCode = "200",
      description = "All periods from the first to the last day, and totals of each currency",
      content =
          @Content(
              schema = @Schema(implementation = SalesReport.class),
              examples = @ExampleObject(name = "two weeks", value = SalesExamples.REPORT)))
  public SalesReport sales(
      @BeanParam FromTo range,
      @QueryParam("groupBy")
          @Parameter(
              description = "How days are put together",
              schema =
                  @Schema(
                      defaultValue = "day",
                      enumeration = {"day", "week", "month"}))
          Grouping groupBy) {
    Days days = Days.of(range, zone, clock);
    Grouping grouping = groupBy == null ? Grouping.DAY : groupBy;
    return SalesReport.of(days, grouping, zone, figures.of(days));
  }

  /** The products that sell best. */
  @GET
  @Path("/products/top-selling")
  @RolesAllowed({Role.STAFF, Role.OPERATOR})
  @Operation(
      summary = "Reports the products of which most pieces were sold",
      description = "Cancelled and returned orders do not count." + DAYS)
  @APIResponse(
      responseCode = "200",
      description = "The best first; those that sell alike by id",
      content =
          @Content(
              schema = @Schema(implementation = TopProducts.class),
              examples = @ExampleObject(name = "one product", value = SalesExamples.TOP)))
  public TopProducts topSelling(
      @BeanParam FromTo range,
      @QueryParam("limit")
          @Parameter(
              description = "The most products",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "500",
                      defaultValue = USUAL_TOP))
          String limit) {
    int most = Paging.limit(limit, Integer.parseInt(USUAL_TOP));
    return new TopProducts(figures.topProducts(Days.of(range, zone, clock), most));
  }

  /** What a customer has ordered. */
  @GET
  @Path("/customers/{id}")
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(summary = "Reports what a customer has ordered so far")
  @APIResponse(
      responseCode = "200",
      description = "Orders, totals of each currency, and the last order",
      content =
          @Content(
              schema = @Schema(implementation = CustomerReport.class),
              examples = @ExampleObject(name = "Ada", value = SalesExamples.CUSTOMER)))
  public CustomerReport customer(@PathParam("id") CustomerId id) {
    request.caller().requireSelfOr(id, Role.STAFF);
    if (!live.exists(new StreamId("Customer", id.value()))) {
      throw new NotFound("customer", id);
    }
    return CustomerReport.of(id.value(), figures.of(id));
  }
}
