package io.cornershop.payments.api;

import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentId;
import io.cornershop.payments.views.PaymentDetails;
import io.cornershop.payments.views.PaymentDetailsProjection;
import io.cornershop.payments.views.PaymentDetailsStore;
import io.cornershop.payments.views.PaymentList;
import io.cornershop.rest.Answers;
import io.cornershop.rest.Cursor;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Payments: each customer sees its own, staff all of them. */
@Path("/payments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "payments")
public class PaymentsResource {

  @Inject private RequestContext request;
  @Inject private PaymentDetailsStore store;
  @Inject private PaymentList payments;
  @Inject private ViewReads reads;

  /** One payment. */
  @GET
  @Path("/{id}")
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(
      summary = "Shows a payment",
      description =
          "Status: Initiated, Authorized, Completed, Failed, Unknown (the provider has not said what"
              + " became of it and is asked again), Voided, PartiallyRefunded, Refunded. Where a"
              + " refund stands that is not through, refundStatus tells.")
  @APIResponse(
      responseCode = "200",
      description = "The payment",
      content =
          @Content(
              schema = @Schema(implementation = PaymentAnswer.class),
              examples = @ExampleObject(name = "completed", value = PaymentExamples.PAYMENT)))
  @APIResponse(responseCode = "202", description = "Not here yet; ask again after Retry-After")
  public Response get(@PathParam("id") PaymentId id, @BeanParam ReadYourWrites own) {
    return reads
        .one(
            PaymentDetailsProjection.NAME,
            PaymentDetailsProjection.streamOf(id),
            own.write(),
            store::findById)
        .map(this::shown)
        .orElseGet(() -> notYet(id, own));
  }

  private Response shown(PaymentDetails payment) {
    request.caller().requireSelfOr(new CustomerId(payment.customerId()), Role.STAFF);
    return Answers.ok(PaymentAnswer.of(payment), payment.sequence());
  }

  private Response notYet(PaymentId id, ReadYourWrites own) {
    if (own.minSequence().isEmpty() || !request.caller().hasAny(Role.STAFF)) {
      throw new NotFound("payment", id);
    }
    return Answers.notCaughtUp();
  }

  /** Payments by id. */
  @GET
  @RolesAllowed({Role.CUSTOMER, Role.STAFF})
  @Operation(summary = "Lists payments")
  @APIResponse(
      responseCode = "200",
      description = "A page of payments",
      content =
          @Content(
              schema = @Schema(implementation = PaymentPage.class),
              examples = @ExampleObject(name = "one payment", value = PaymentExamples.PAGE)))
  public Page<PaymentAnswer> list(
      @QueryParam("orderId") @Parameter(description = "Only those of this order") OrderId order,
      @BeanParam Paging paging) {
    Optional<OrderId> wanted = Optional.ofNullable(order);
    Optional<CustomerId> visible = request.caller().seen(Optional.empty(), Role.STAFF);
    String list = "payments of " + wanted + " " + visible;
    String after = paging.after().map(cursor -> cursor.textIn(list)).orElse("");
    List<PaymentDetails> found = payments.find(visible, wanted, after, paging.limit() + 1);
    return Page.of(found, paging.limit(), row -> Cursor.within(list, row.paymentId()))
        .map(PaymentAnswer::of);
  }
}
