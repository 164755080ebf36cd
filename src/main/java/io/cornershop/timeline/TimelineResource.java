package io.cornershop.timeline;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.OrderId;
import io.cornershop.rest.Cursor;
import io.cornershop.rest.Page;
import io.cornershop.rest.Paging;
import io.cornershop.rest.RequestContext;
import io.cornershop.security.Role;
import io.cornershop.timeline.OrderTimeline.Audience;
import io.cornershop.timeline.OrderTimeline.Read;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What has happened to an order. Its path is that of the order's other resources: one of {@code
 * /orders/{id}} would hide them.
 */
@Path("/orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
public class TimelineResource {

  private static final String PAGE =
      """
      {"items": [
        {"position": 4000, "eventId": "01a21444-5e28-7416-b5ea-eefc3437143a",
         "eventType": "CartCheckedOut", "aggregateType": "Cart",
         "aggregateId": "0199f3a2-7c11-7d0a-8f0e-2f6d8c1b9e55", "sequence": 3,
         "timestamp": "2026-11-01T12:00:00Z"},
        {"position": 5000, "eventId": "01a21444-5e28-7416-b5ea-eefc3437143b",
         "eventType": "OrderCreated", "aggregateType": "Order",
         "aggregateId": "0199f3a2-7c11-7d0a-8f0e-2f6d8c1b9e55", "sequence": 1,
         "timestamp": "2026-11-01T12:00:00.100Z",
         "causationId": "01a21444-5e28-7416-b5ea-eefc3437143a", "step": "CreateOrder"}]}""";

  @Inject private OrderTimeline timeline;
  @Inject private RequestContext request;

  /** From check-out on. */
  @GET
  @Path("/{id}/timeline")
  @RolesAllowed({Role.CUSTOMER, Role.STAFF, Role.OPERATOR})
  @Operation(
      summary = "Lists everything that has happened to an order, in causal order",
      description =
          "By position: a cause always comes before its effect, and nothing ever appears before an"
              + " entry that a reader has passed. Customers see cart, order, payment and parcels of"
              + " their own orders; another's order is not found. Those who work in the shop see"
              + " stock and processes, too, and what caused each entry. An event is listed once it"
              + " has a position, which it gets soon after it was stored.")
  @APIResponse(
      responseCode = "200",
      description = "A page of the timeline",
      content =
          @Content(
              schema = @Schema(implementation = TimelinePage.class),
              examples = @ExampleObject(name = "the beginning", value = PAGE)))
  public Page<TimelineEntry> timeline(@PathParam("id") OrderId id, @BeanParam Paging paging) {
    int limit = paging.limit();
    String list = "timeline of order " + id;
    long passed = paging.after().map(cursor -> cursor.placeIn(list)).orElse(0L);
    Read read = timeline.read(id);
    Audience audience = audience(read);
    List<EventEnvelope> found = timeline.after(read, audience, passed, limit + 1);
    return Page.of(found, limit, event -> Cursor.within(list, event.position().orElseThrow()))
        .map(event -> TimelineEntry.of(event, audience));
  }

  /** Whoever may not see an order is not told that there is one. */
  private Audience audience(Read read) {
    Optional<CustomerId> owner = timeline.ownerOf(read);
    if (request.caller().hasAny(Role.STAFF, Role.OPERATOR)) {
      owner.orElseThrow(() -> new NotFound("order", read.order()));
      return Audience.STAFF;
    }
    owner
        .filter(request.caller()::isCustomer)
        .orElseThrow(() -> new NotFound("order", read.order()));
    return Audience.CUSTOMER;
  }
}
