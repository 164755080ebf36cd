package io.cornershop.orders.api;

import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.OrderId;
import io.cornershop.orders.views.AcceptedOrders;
import io.cornershop.orders.views.OrderDetails;
import io.cornershop.orders.views.OrderDetailsProjection;
import io.cornershop.orders.views.OrderDetailsStore;
import io.cornershop.orders.views.OrderList;
import io.cornershop.orders.views.OrderPayment;
import io.cornershop.orders.views.OrderPayments;
import io.cornershop.orders.views.OrderSort;
import io.cornershop.rest.Answers;
import io.cornershop.rest.Cursor;
import io.cornershop.rest.FromTo;
import io.cornershop.rest.Page;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders: each customer sees its own, staff all of them. */
@Path("/orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
public class OrdersResource {

  @Inject private RequestContext request;
  @Inject private OrderDetailsStore store;
  @Inject private OrderList orders;
  @Inject private OrderPayments payments;
  @Inject private AcceptedOrders accepted;
  @Inject private ViewReads reads;
  @Inject private ZoneId zone;

  /** One order; one that was accepted and is not here yet, is on its way. */
  @GET
  @Path("/{id}")
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(
      summary = "Shows an order",
      description =
          "An order that was accepted at check-out and is not here yet answers 202. One that could"
              + " not be begun after all is Cancelled, and cancellationReason says why.")
  @APIResponse(
      responseCode = "200",
      description = "The order",
      content =
          @Content(
              schema = @Schema(implementation = OrderAnswer.class),
              examples = @ExampleObject(name = "created", value = OrderExamples.ORDER)))
  @APIResponse(responseCode = "202", description = "Not here yet; ask again after Retry-After")
  public Response get(@PathParam("id") OrderId id, @BeanParam ReadYourWrites own) {
    return reads
        .one(OrderDetailsProjection.NAME, AcceptedOrders.streamOf(id), own.write(), store::findById)
        .map(this::shown)
        .orElseGet(() -> notYet(id));
  }

  private Response shown(OrderDetails order) {
    request.caller().requireSelfOr(new CustomerId(order.customerId()), Role.STAFF);
    return Answers.ok(shown(List.of(order)).getFirst(), order.sequence());
  }

  private List<OrderAnswer> shown(List<OrderDetails> rows) {
    Map<String, OrderPayment> paid = payments.of(rows.stream().map(OrderDetails::orderId).toList());
    return rows.stream()
        .map(row -> OrderAnswer.of(row, Optional.ofNullable(paid.get(row.orderId()))))
        .toList();
  }

  private Response notYet(OrderId id) {
    CustomerId promisedTo = accepted.customerOf(id).orElseThrow(() -> new NotFound("order", id));
    request.caller().requireSelfOr(promisedTo, Role.STAFF);
    return Answers.notCaughtUp();
  }

  /** Orders, the newest first unless the caller wants another order. */
  @GET
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(
      summary = "Lists orders",
      description =
          "Customers see their own orders, staff all of them. All filters can be combined; from and"
              + " to are about createdAt. A cursor goes on in the list that it is of, with the"
              + " same filters and the same sort. An order that changes while a list by updatedAt"
              + " is read moves in it: read it ascending to miss no change. A list takes no"
              + " minSequence: when GET /orders/{id} with it has answered 200, the list includes"
              + " that write, too.")
  @APIResponse(
      responseCode = "200",
      description = "A page of orders",
      content =
          @Content(
              schema = @Schema(implementation = OrderPage.class),
              examples = @ExampleObject(name = "one order", value = OrderExamples.PAGE)))
  public Page<OrderAnswer> list(
      @BeanParam OrderFilter filter, @BeanParam FromTo range, @BeanParam Paging paging) {
    OrderList.Created created = new OrderList.Created(range.begin(zone), range.end(zone));
    OrderList.Wanted wanted =
        new OrderList.Wanted(
            request.caller().seen(filter.customer(), Role.STAFF),
            filter.status(),
            filter.product(),
            created);
    OrderSort sort = filter.sort();
    String list = "orders by " + sort + ": " + wanted;
    Optional<String> behind = paging.after().map(cursor -> cursor.textIn(list));
    List<OrderDetails> found = orders.find(wanted, sort, behind, paging.limit() + 1);
    return Page.of(found, paging.limit(), row -> Cursor.within(list, sort.placeOf(row)))
        .mapAll(this::shown);
  }
}
