package io.cornershop.eventing.api.sagas;

import io.cornershop.eventing.api.OperatorActions;
import io.cornershop.eventing.sagas.SagaAdoption;
import io.cornershop.eventing.sagas.SagaId;
import io.cornershop.eventing.sagas.Stray;
import io.cornershop.eventing.sagas.Strays;
import io.cornershop.kernel.Deadline;
import io.cornershop.rest.Cursor;
import io.cornershop.rest.Page;
import io.cornershop.rest.Paging;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives a saga to what is from before there was one. */
@Path("/sagas")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(name = "sagas")
public class SagaAdoptionResource {

  private static final String LIST = "strays";
  private static final Duration FOR_EACH = Duration.ofMillis(50);

  @Inject private Strays strays;
  @Inject private SagaAdoption adoption;
  @Inject private OperatorActions actions;

  /** Some of them. */
  @POST
  @Path("/adopt")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Takes up orders of older builds, which are Created and have no saga",
      description =
          "Looks at a page of the orders that are Created, the oldest first, and begins a saga for"
              + " each that has none: it is reserved, paid and confirmed, or cancelled, as if its"
              + " cart had been checked out now. Cancel first what nobody wants any more. A repeat"
              + " begins nothing twice. next is there while there are more; pass it as after.")
  @APIResponse(
      responseCode = "200",
      description = "What became of each order of the page",
      content =
          @Content(
              schema = @Schema(implementation = AdoptedAnswer.Listed.class),
              examples = @ExampleObject(name = "page", value = SagaExamples.ADOPTED)))
  public Page<AdoptedAnswer> adopt(@BeanParam Paging paging) {
    int limit = paging.limit();
    Optional<String> behind = paging.after().map(cursor -> cursor.textIn(LIST));
    List<Stray> found = strays.find(behind, limit + 1);
    Page<Stray> page = Page.of(found, limit, stray -> Cursor.within(LIST, stray.place()));
    return Deadline.extendedBy(
        FOR_EACH.multipliedBy(page.items().size()),
        () -> page.map(stray -> AdoptedAnswer.of(adoption.adopt(stray, this::note))));
  }

  private void note(SagaId id) {
    actions.record("saga.adopt", id.value(), Optional.empty());
  }
}
