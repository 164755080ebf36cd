package io.cornershop.customers.api;

import io.cornershop.customers.erasure.Erasures;
import io.cornershop.eventing.api.OperatorActions;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.Deadline;
import io.cornershop.rest.LargeBody;
import io.cornershop.rest.RequestContext;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Erases again what a restored backup has brought back. */
@Path("/admin/erasures")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(name = "customers")
public class ErasuresResource {

  private static final Duration FOR_EACH = Duration.ofMillis(50);

  @Inject private Erasures erasures;
  @Inject private OperatorActions actions;
  @Inject private RequestContext request;

  /** Many at once. */
  @POST
  @LargeBody
  @Operation(
      summary = "Erases what is stored of up to 1,000 persons, for ever",
      description =
          "For the ids that are kept outside the database, after a backup was restored. Each is"
              + " erased as DELETE /customers/{id}/personal-data does it; once more changes"
              + " nothing. A 503 says how many are done; repeat the same request then.")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "ids", value = CustomerExamples.ERASE)))
  @APIResponse(
      responseCode = "200",
      description = "What became of each: ERASED, now or before, or UNKNOWN to the shop",
      content =
          @Content(
              schema = @Schema(implementation = ErasuresAnswer.class),
              examples = @ExampleObject(name = "erased", value = CustomerExamples.ERASED)))
  public ErasuresAnswer erase(@NotNull @Valid ErasuresRequest body) {
    List<CustomerId> customers = body.distinct();
    return Deadline.extendedBy(
        FOR_EACH.multipliedBy(customers.size()),
        () -> new ErasuresAnswer(erasures.erase(customers, request.command(), this::note)));
  }

  private void note(CustomerId customer) {
    actions.record("customer.erase", customer.value(), Optional.empty());
  }
}
