package io.cornershop.eventing.api.projections;

import io.cornershop.eventing.projections.GapCounts;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.rebuild.Rebuilds;
import io.cornershop.eventing.projections.versions.ViewState;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The read models, for operators. */
@Path("/projections")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(name = "projections", description = "Read models: their versions, and how they are rebuilt")
public class ProjectionsResource {

  private static final String LIST = "projections";

  @Inject private Rebuilds rebuilds;
  @Inject private GapCounts gaps;

  /** All read models, by name. */
  @GET
  @Operation(summary = "Lists the read models")
  @APIResponse(
      responseCode = "200",
      description = "A page of read models",
      content =
          @Content(
              schema = @Schema(implementation = ProjectionPage.class),
              examples = @ExampleObject(name = "one", value = ProjectionExamples.PAGE)))
  public Page<ProjectionAnswer> list(@BeanParam Paging paging) {
    String after = paging.after().map(cursor -> cursor.textIn(LIST)).orElse("");
    List<Projection<?>> found =
        rebuilds.views().stream()
            .filter(view -> view.name().compareTo(after) > 0)
            .limit(paging.limit() + 1L)
            .toList();
    return Page.<Projection<?>>of(found, paging.limit(), view -> Cursor.within(LIST, view.name()))
        .map(view -> answer(rebuilds.state(view.name())));
  }

  private ProjectionAnswer answer(ViewState state) {
    String view = state.view();
    return ProjectionAnswer.of(state, rebuilds.foldOf(view), gaps.of(view));
  }
}
