package io.cornershop.observability.levels;

import io.cornershop.eventing.api.OperatorActions;
import io.cornershop.kernel.NotFound;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much the log says. */
@Path("/admin/log-levels")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(name = "operations", description = "For those who run the platform")
public class LogLevelsResource {

  private static final String FOLLOWED =
      "Every node follows within five seconds, also one that starts meanwhile, until the wish ends"
          + " by itself. Lines of TRACE and DEBUG are written as INFO with their level in front of"
          + " the words: to stdout by the image, to messages.log by a local run.";
  private static final String ONE =
      """
      {"logger": "io.cornershop.eventing.sagas", "level": "DEBUG",
       "until": "2026-11-01T12:15:00Z"}
      """;

  @Inject private LevelWishes wishes;
  @Inject private LevelFollower follower;
  @Inject private OperatorActions actions;
  @Inject private Clock clock;

  /** What is wanted. */
  @GET
  @Operation(summary = "Lists the loggers whose levels an operator has changed")
  @APIResponse(
      responseCode = "200",
      description = "The wishes that hold, by logger; all other loggers write INFO and above",
      content =
          @Content(
              schema = @Schema(implementation = LevelList.class),
              examples = @ExampleObject(name = "list", value = "{\"items\": [" + ONE + "]}")))
  public LevelList list() {
    return new LevelList(holding());
  }

  private List<LevelWish> holding() {
    Instant now = clock.instant();
    return wishes.all().stream().filter(wish -> wish.holdsAt(now)).toList();
  }

  /** One of them. */
  @GET
  @Path("/{logger}")
  @Operation(summary = "Shows what is wanted of a logger")
  @APIResponse(
      responseCode = "200",
      description = "The wish",
      content =
          @Content(
              schema = @Schema(implementation = LevelWish.class),
              examples = @ExampleObject(name = "one", value = ONE)))
  @APIResponse(responseCode = "404", description = "Nothing is wanted of it")
  public LevelWish show(@PathParam("logger") String logger) {
    return holding().stream()
        .filter(wish -> wish.logger().equals(logger))
        .findFirst()
        .orElseThrow(() -> new NotFound("changed logger", logger));
  }

  /** More or less. */
  @PUT
  @Path("/{logger}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Changes what a logger writes, for some time", description = FOLLOWED)
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "more",
                      value = "{\"level\": \"DEBUG\", \"duration\": \"PT10M\"}")))
  @APIResponse(
      responseCode = "200",
      description = "Wanted, in place of what was wanted of this logger before",
      content = @Content(schema = @Schema(implementation = LevelWish.class)))
  @APIResponse(responseCode = "409", description = "too-many-log-levels: 20 are wanted already")
  public LevelWish put(@PathParam("logger") String logger, @NotNull LevelRequest body) {
    LevelWish wish =
        new LevelWish(
            LevelWish.name(logger),
            body.wantedLevel(),
            clock.instant().plus(body.wantedDuration()));
    LevelRoom room = new LevelRoom(wishes);
    room.require(logger, clock.instant());
    actions.record(
        "log-level.change", logger, Optional.of(wish.level() + " until " + wish.until()));
    room.put(wish);
    follower.look();
    return wish;
  }

  /** As before. */
  @DELETE
  @Path("/{logger}")
  @Operation(summary = "Lets a logger write what it usually does", description = FOLLOWED)
  @APIResponse(responseCode = "204", description = "Nothing is wanted of it any more")
  public void remove(@PathParam("logger") String logger) {
    actions.record("log-level.reset", LevelWish.name(logger), Optional.empty());
    wishes.remove(logger);
    follower.look();
  }
}
