package io.cornershop.eventing.api.projections;

import io.cornershop.eventing.api.OperatorActions;
import io.cornershop.eventing.projections.GapCounts;
import io.cornershop.eventing.projections.rebuild.Rebuilds;
import io.cornershop.eventing.projections.versions.FlipWhen;
import io.cornershop.eventing.projections.versions.ViewState;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.rest.Answers;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What operators do to read models. Each wish is noted in the audit log before it is carried out.
 */
@Path("/projections/{name}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(name = "projections")
public class RebuildsResource {

  @Inject private Rebuilds rebuilds;
  @Inject private GapCounts gaps;
  @Inject private OperatorActions actions;

  @PathParam("name")
  private String name;

  /** One read model. */
  @GET
  @Operation(summary = "Shows a read model, its versions and its rebuild")
  @APIResponse(
      responseCode = "200",
      description = "The read model",
      content =
          @Content(
              schema = @Schema(implementation = ProjectionAnswer.class),
              examples = @ExampleObject(name = "one", value = ProjectionExamples.ONE)))
  public ProjectionAnswer show() {
    return answer(rebuilds.state(name));
  }

  /** Begins a rebuild. */
  @POST
  @Path("/rebuild")
  @Operation(
      summary = "Builds the next version of a read model beside the one that is read",
      description =
          "From the whole history, while the live version goes on. Then both are compared row by"
              + " row, and the new one is read.")
  @APIResponse(
      responseCode = "202",
      description = "It is on its way",
      content =
          @Content(
              schema = @Schema(implementation = ProjectionAnswer.class),
              examples = @ExampleObject(name = "one", value = ProjectionExamples.ONE)))
  @APIResponse(responseCode = "409", description = "rebuild-under-way: there is a job already")
  public Response rebuild(
      @QueryParam("flip")
          @DefaultValue("EQUAL")
          @Parameter(
              description =
                  "When the new version is read: EQUAL (if the comparison finds nothing, else when"
                      + " asked), ASKED (when asked) or ALWAYS",
              schema = @Schema(enumeration = {"EQUAL", "ASKED", "ALWAYS"}))
          String flip) {
    FlipWhen when = parsed(flip);
    return accepted("rebuild", view -> rebuilds.rebuild(view, when));
  }

  private static FlipWhen parsed(String flip) {
    return Arrays.stream(FlipWhen.values())
        .filter(when -> when.name().equals(flip))
        .findFirst()
        .orElseThrow(() -> new InvalidValue("flip", "must be EQUAL, ASKED or ALWAYS"));
  }

  /** Stops a job. */
  @POST
  @Path("/pause")
  @Operation(summary = "Stops the rebuild where it is")
  @APIResponse(
      responseCode = "200",
      description = "It stands still",
      content = @Content(schema = @Schema(implementation = ProjectionAnswer.class)))
  @APIResponse(responseCode = "409", description = "nothing-to-pause")
  public ProjectionAnswer pause() {
    return done("pause", rebuilds::pause);
  }

  /** Lets a job go on. */
  @POST
  @Path("/resume")
  @Operation(
      summary = "Lets a rebuild go on that was paused or has failed",
      description = "One that waits for a decision compares both versions again.")
  @APIResponse(
      responseCode = "200",
      description = "It goes on",
      content = @Content(schema = @Schema(implementation = ProjectionAnswer.class)))
  @APIResponse(responseCode = "409", description = "nothing-to-resume")
  public ProjectionAnswer resume() {
    return done("resume", rebuilds::resume);
  }

  /** Gives a job up. */
  @POST
  @Path("/cancel")
  @Operation(summary = "Gives the rebuild up, and drops what it has built")
  @APIResponse(
      responseCode = "200",
      description = "It is given up",
      content = @Content(schema = @Schema(implementation = ProjectionAnswer.class)))
  @APIResponse(responseCode = "409", description = "nothing-to-cancel")
  public ProjectionAnswer cancel() {
    return done("cancel", rebuilds::cancel);
  }

  /** Decides for the new version. */
  @POST
  @Path("/flip")
  @Operation(summary = "Lets the version be read that was built and compared")
  @APIResponse(
      responseCode = "200",
      description = "It is read",
      content = @Content(schema = @Schema(implementation = ProjectionAnswer.class)))
  @APIResponse(responseCode = "409", description = "nothing-to-flip: no rebuild waits for it")
  public ProjectionAnswer flip() {
    return done("flip", rebuilds::flip);
  }

  /** Decides for the former version. */
  @POST
  @Path("/rollback")
  @Operation(
      summary = "Goes back to the version that was read before",
      description =
          "At once when it was kept up to date, else when it has caught up: the job tells. Of many"
              + " who ask at once, one is answered 202. A rollback is undone by naming the version"
              + " that it has left.")
  @APIResponse(
      responseCode = "202",
      description = "It is read, or will be",
      content =
          @Content(
              schema = @Schema(implementation = ProjectionAnswer.class),
              examples = @ExampleObject(name = "one", value = ProjectionExamples.ONE)))
  @APIResponse(
      responseCode = "409",
      description =
          "nothing-to-roll-back-to, rolled-back-already, rebuild-under-way, or"
              + " former-version-of-another-build: only the build that made it can catch it up")
  public Response rollback(
      @QueryParam("to")
          @Parameter(
              description = "The formerVersion that the caller saw; the one before if absent")
          Integer to) {
    OptionalInt wanted = to == null ? OptionalInt.empty() : OptionalInt.of(to);
    return accepted("rollback", view -> rebuilds.rollback(view, wanted));
  }

  private Response accepted(String action, Function<String, ViewState> wish) {
    note(action);
    ViewState state = wish.apply(name);
    return Answers.accepted("/projections/" + name, answer(state), state.revision());
  }

  private ProjectionAnswer done(String action, Function<String, ViewState> wish) {
    note(action);
    return answer(wish.apply(name));
  }

  private ProjectionAnswer answer(ViewState state) {
    return ProjectionAnswer.of(state, rebuilds.foldOf(name), gaps.of(name));
  }

  /** Throws for an unknown view, of which nothing is to be noted. */
  private void note(String action) {
    rebuilds.foldOf(name);
    actions.record("projection." + action, name, Optional.empty());
  }
}
