package io.cornershop.eventing.api.sagas;

import io.cornershop.eventing.api.OperatorActions;
import io.cornershop.eventing.sagas.SagaDesk;
import io.cornershop.eventing.sagas.SagaId;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.PlainText;
import io.cornershop.kernel.Rejected;
import io.cornershop.rest.Answers;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What operators do with a saga. */
@Path("/sagas")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(name = "sagas")
public class SagaActionsResource {

  private static final int MAX_REASON = 200;

  @Inject private SagaDesk desk;
  @Inject private SagaAnswers answers;
  @Inject private OperatorActions actions;
  @Inject private RequestContext request;

  /** On. */
  @POST
  @Path("/{id}/retry")
  @Operation(
      summary = "Takes up a saga that is held, or waits for another try",
      description =
          "At once, in the direction that it was going; what it asked others for is asked for"
              + " anew. 409 saga-not-retryable when it waits for no other try, saga-step-unknown"
              + " when this build does not have its step. 202: it is durable, and some node goes"
              + " on with it.")
  @APIResponse(
      responseCode = "202",
      description = "It is taken up",
      content =
          @Content(
              schema = @Schema(implementation = SagaAnswer.class),
              examples = @ExampleObject(name = "saga", value = SagaExamples.SAGA)))
  public Response retry(@PathParam("id") SagaId id) {
    CommandContext context = actionOn(id, "saga.retry", Optional.empty());
    return accepted(id, desk.retry(id, context));
  }

  /** Back. */
  @POST
  @Path("/{id}/compensate")
  @Operation(
      summary = "Has undone what a saga has done",
      description =
          "Of one that goes on, at once; of one that is done, if what it is about can still be"
              + " given up: an order that is shipped answers 409 order-not-cancellable. 409"
              + " saga-not-compensable when it is being undone already, waits to be retried, or"
              + " nothing can be undone any more.")
  @RequestBody(
      required = true,
      content =
          @Content(examples = @ExampleObject(name = "reason", value = SagaExamples.COMPENSATE)))
  @APIResponse(
      responseCode = "202",
      description = "It turns back",
      content =
          @Content(
              schema = @Schema(implementation = SagaAnswer.class),
              examples = @ExampleObject(name = "saga", value = SagaExamples.SAGA)))
  public Response compensate(@PathParam("id") SagaId id, @NotNull @Valid CompensateRequest body) {
    if (!PlainText.isLine(body.reason(), MAX_REASON)) {
      throw Rejected.rule(
          "invalid-reason",
          "The reason must be one line of 1 to %d characters".formatted(MAX_REASON));
    }
    CommandContext context = actionOn(id, "saga.compensate", Optional.of(body.reason()));
    return accepted(id, desk.compensate(id, body.reason(), context));
  }

  /** Of what does not exist, nothing is written down. */
  private CommandContext actionOn(SagaId id, String action, Optional<String> reason) {
    answers.of(id);
    CommandContext context = request.command();
    actions.record(action, id.value(), reason);
    return context;
  }

  private Response accepted(SagaId id, long sequence) {
    return Answers.accepted("/sagas/" + id, answers.of(id), sequence);
  }
}
