package io.cornershop.eventing.api.sagas;

import io.cornershop.eventing.sagas.SagaId;
import io.cornershop.eventing.sagas.views.SagaList;
import io.cornershop.eventing.sagas.views.SagaOverview;
import io.cornershop.rest.Answers;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where every process stands. */
@Path("/sagas")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OPERATOR, Role.STAFF})
@Tag(name = "sagas", description = "Where every process of the shop stands, and what it has done")
public class SagasResource {

  @Inject private SagaList sagas;
  @Inject private SagaAnswers answers;
  @Inject private Clock clock;

  /** All of them, or some. */
  @GET
  @Operation(
      summary = "Lists sagas, the newest first",
      description =
          "COMPENSATION_FAILED: it can go neither on nor back and waits for an operator. objection"
              + " tells that the build that answers does not have the step that a saga is at. The"
              + " list may be a moment behind; GET /sagas/{id} never is.")
  @APIResponse(
      responseCode = "200",
      description = "A page of sagas",
      content =
          @Content(
              schema = @Schema(implementation = SagaPage.class),
              examples = @ExampleObject(name = "page", value = SagaExamples.PAGE)))
  public Page<SagaAnswer> list(@BeanParam SagaQuery query, @BeanParam Paging paging) {
    int limit = paging.limit();
    Optional<String> behind = paging.after().map(cursor -> cursor.textIn(query.list()));
    List<SagaOverview> found = sagas.find(query.wanted(clock.instant()), behind, limit + 1);
    return Page.of(found, limit, saga -> Cursor.within(query.list(), saga.listKey()))
        .mapAll(answers::of);
  }

  /** How many. */
  @GET
  @Path("/statistics")
  @Operation(
      summary = "Counts sagas by type, state and step",
      description = "Counted when it is asked for, over the same rows as the list.")
  @APIResponse(
      responseCode = "200",
      description = "The counts",
      content =
          @Content(
              schema = @Schema(implementation = SagaStatistics.class),
              examples = @ExampleObject(name = "counts", value = SagaExamples.STATISTICS)))
  public SagaStatistics statistics() {
    return SagaStatistics.of(sagas.counts(), clock.instant());
  }

  /** One of them. */
  @GET
  @Path("/{id}")
  @Operation(
      summary = "Shows a saga with its history, commands, timers, payments and links",
      description =
          "As of this moment. The history has at most its last 500 events; links.events has all of"
              + " them. The ETag is its sequence.")
  @APIResponse(
      responseCode = "200",
      description = "The saga",
      content =
          @Content(
              schema = @Schema(implementation = SagaDetails.class),
              examples = @ExampleObject(name = "saga", value = SagaExamples.DETAILS)))
  public Response show(@PathParam("id") SagaId id) {
    SagaDetails saga = answers.detailsOf(id);
    return Answers.ok(saga, saga.saga().sequence());
  }
}
