package io.cornershop.notifications.api;

import io.cornershop.eventing.api.OperatorActions;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.StaleVersion;
import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.delivery.Resending;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Ledger;
import io.cornershop.notifications.ledger.Seals;
import io.cornershop.rest.Answers;
import io.cornershop.rest.Page;
import io.cornershop.rest.Paging;
import io.cornershop.rest.PlaceInTime;
import io.cornershop.rest.RequestContext;
import io.cornershop.security.Caller;
import io.cornershop.security.Forbidden;
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
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people were told: each customer sees its own, staff and operators all of it. */
@Path("/notifications")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notifications", description = "What people are told, and how")
public class NotificationsResource {

  @Inject private RequestContext request;
  @Inject private Ledger ledger;
  @Inject private Seals seals;
  @Inject private Resending resending;
  @Inject private OperatorActions actions;

  /** Many of them. */
  @GET
  @RolesAllowed({Role.CUSTOMER, Role.STAFF, Role.OPERATOR})
  @Operation(
      summary = "Lists messages, those entered last first",
      description =
          "Customers see their own. Addresses are masked. Messages that are not to be sent are"
              + " listed, too: SUPPRESSED says why. UNKNOWN ones may have arrived; an operator"
              + " decides whether they are sent again.")
  @APIResponse(
      responseCode = "200",
      description = "A page of messages",
      content =
          @Content(
              schema = @Schema(implementation = NotificationPage.class),
              examples = @ExampleObject(name = "page", value = NotificationExamples.PAGE)))
  public Page<NotificationAnswer> list(
      @BeanParam NotificationFilter query, @BeanParam Paging paging) {
    int limit = paging.limit();
    Ledger.Filter filter =
        query.visible(request.caller().seen(query.customer(), Role.STAFF, Role.OPERATOR));
    String list = "notifications " + filter;
    Optional<Ledger.Place> after =
        paging.after().map(cursor -> place(PlaceInTime.of(cursor, list)));
    return Page.of(
            ledger.list(filter, after, limit + 1),
            limit,
            entry -> new PlaceInTime(entry.enteredAt(), entry.id().value()).within(list))
        .map(entry -> NotificationAnswer.masked(entry, seals.open(entry)));
  }

  private static Ledger.Place place(PlaceInTime place) {
    return new Ledger.Place(place.at(), new NotificationId(place.id()));
  }

  /** One of them. */
  @GET
  @Path("/{id}")
  @RolesAllowed({Role.CUSTOMER, Role.STAFF, Role.OPERATOR})
  @Operation(
      summary = "Shows a message",
      description =
          "With address and text for the customer itself and for operators; staff see neither. The"
              + " ETag is its version.")
  @APIResponse(
      responseCode = "200",
      description = "The message",
      content =
          @Content(
              schema = @Schema(implementation = NotificationAnswer.class),
              examples = @ExampleObject(name = "sent", value = NotificationExamples.NOTIFICATION)))
  public Response show(@PathParam("id") NotificationId id) {
    Entry entry = find(id);
    Caller caller = request.caller();
    boolean own = entry.customerId().filter(caller::isCustomer).isPresent();
    if (!own && !caller.hasAny(Role.STAFF, Role.OPERATOR)) {
      throw Forbidden.notYours();
    }
    NotificationAnswer answer =
        own || caller.hasAny(Role.OPERATOR)
            ? NotificationAnswer.open(entry, seals.open(entry))
            : NotificationAnswer.masked(entry, seals.open(entry));
    return Answers.ok(answer, entry.version());
  }

  private Entry find(NotificationId id) {
    return ledger.find(id).orElseThrow(() -> new NotFound("notification", id));
  }

  /** Once more. */
  @POST
  @Path("/{id}/resend")
  @RolesAllowed(Role.OPERATOR)
  @Operation(
      summary = "Sends a message again",
      description =
          "One that is FAILED, UNKNOWN or EXPIRED; of an UNKNOWN one the person may then get a"
              + " second copy. The reason goes to the audit log.")
  @RequestBody(
      required = true,
      content =
          @Content(examples = @ExampleObject(name = "reason", value = NotificationExamples.RESEND)))
  @APIResponse(
      responseCode = "202",
      description = "It will be sent",
      content = @Content(schema = @Schema(implementation = NotificationAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "Its state does not allow it, or the person was erased")
  public Response resend(@PathParam("id") NotificationId id, @NotNull @Valid ResendRequest body) {
    Entry seen = find(id);
    OptionalLong expected = request.command().expectedSequence();
    if (expected.isPresent() && expected.getAsLong() != seen.version()) {
      throw new StaleVersion(expected.getAsLong(), seen.version());
    }
    resending.require(seen); // what is refused is not in the audit log as if it were done
    actions.record("notification.resend", id.value(), Optional.of(body.reason()));
    Entry again = resending.resend(seen);
    return Answers.accepted(
        "/notifications/" + id,
        NotificationAnswer.masked(again, seals.open(again)),
        again.version());
  }
}
