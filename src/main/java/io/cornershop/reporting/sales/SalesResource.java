package io.cornershop.reporting.sales;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.LiveStreams;
import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.OwnWrite;
import io.cornershop.rest.Answers;
import io.cornershop.rest.FromTo;
import io.cornershop.rest.Paging;
import io.cornershop.rest.ReadYourWrites;
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
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
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

  private static final String OWN =
      " The sums are about many orders and include each of them a moment after it was placed;"
          + " latestOrderAt and lastOrderAt tell of the newest they know. Who needs a certain order"
          + " in them gives its orderId, with minSequence and wait.";
  private static final String NOT_YET =
      "The sums do not include the order yet; ask again after Retry-After";
  private static final String ORDER = "An order that the sums must include, up to minSequence";

  @Inject private RequestContext request;
  @Inject private SalesFigures figures;
  @Inject private LiveStreams live;
  @Inject private ViewReads reads;
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
              + DAYS
              + OWN)
  @APIResponse(
      responseCode = "200",
      description = "All periods from the first to the last day, and totals of each currency",
      content =
          @Content(
              schema = @Schema(implementation = SalesReport.class),
              examples = @ExampleObject(name = "two weeks", value = SalesExamples.REPORT)))
  @APIResponse(responseCode = "202", description = NOT_YET)
  public Response sales(
      @BeanParam FromTo range,
      @QueryParam("orderId") @Parameter(description = ORDER) OrderId order,
      @BeanParam ReadYourWrites own,
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
    return sums(
        order,
        own,
        () ->
            SalesReport.of(days, grouping, zone, figures.of(days))
                .knowing(figures.latestOrderAt()));
  }

  /** The products that sell best. */
  @GET
  @Path("/products/top-selling")
  @RolesAllowed({Role.STAFF, Role.OPERATOR})
  @Operation(
      summary = "Reports the products of which most pieces were sold",
      description = "Cancelled and returned orders do not count." + DAYS + OWN)
  @APIResponse(
      responseCode = "200",
      description = "The best first; those that sell alike by id",
      content =
          @Content(
              schema = @Schema(implementation = TopProducts.class),
              examples = @ExampleObject(name = "one product", value = SalesExamples.TOP)))
  @APIResponse(responseCode = "202", description = NOT_YET)
  public Response topSelling(
      @BeanParam FromTo range,
      @QueryParam("orderId") @Parameter(description = ORDER) OrderId order,
      @BeanParam ReadYourWrites own,
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
    Days days = Days.of(range, zone, clock);
    return sums(
        order,
        own,
        () -> new TopProducts(figures.topProducts(days, most), figures.latestOrderAt()));
  }

  /** What a customer has ordered. */
  @GET
  @Path("/customers/{id}")
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(summary = "Reports what a customer has ordered so far", description = OWN)
  @APIResponse(
      responseCode = "200",
      description = "Orders, totals of each currency, and the last order",
      content =
          @Content(
              schema = @Schema(implementation = CustomerReport.class),
              examples = @ExampleObject(name = "Ada", value = SalesExamples.CUSTOMER)))
  @APIResponse(responseCode = "202", description = NOT_YET)
  public Response customer(
      @PathParam("id") CustomerId id,
      @QueryParam("orderId") @Parameter(description = ORDER) OrderId order,
      @BeanParam ReadYourWrites own) {
    request.caller().requireSelfOr(id, Role.STAFF);
    if (!live.exists(new StreamId("Customer", id.value()))) {
      throw new NotFound("customer", id);
    }
    return sums(order, own, () -> CustomerReport.of(id.value(), figures.of(id)));
  }

  /** The report, once it includes the order on which the caller insists, if it does on one. */
  private Response sums(OrderId order, ReadYourWrites own, Supplier<?> report) {
    Optional<OrderId> included = Optional.ofNullable(order);
    OptionalLong minSequence = own.minSequence();
    if (included.isEmpty() && (minSequence.isPresent() || !own.timeout().isZero())) {
      throw new InvalidValue("orderId", "is needed with minSequence and wait");
    }
    included.ifPresent(this::requireOrdered);
    return included
        .map(id -> including(id, minSequence.orElse(1), own.timeout(), report))
        .orElseGet(() -> Optional.of(report.get()))
        .map(found -> Response.ok(found).build())
        .orElseGet(Answers::notCaughtUp);
  }

  private Optional<Object> including(
      OrderId order, long minSequence, Duration wait, Supplier<?> report) {
    StreamId stream = new StreamId("Order", order.value());
    OwnWrite own = new OwnWrite(OptionalLong.of(minSequence), wait);
    return reads.one(OrderSalesProjection.NAME, stream, own, id -> Optional.of(report.get()));
  }

  /** An order has the id of its cart; one that was accepted may be on its way. */
  private void requireOrdered(OrderId order) {
    if (!live.exists(new StreamId("Order", order.value()))
        && !live.exists(new StreamId("Cart", order.value()))) {
      throw new NotFound("order", order);
    }
  }
}
