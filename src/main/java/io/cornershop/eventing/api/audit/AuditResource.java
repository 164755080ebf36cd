package io.cornershop.eventing.api.audit;

import io.cornershop.eventing.audit.AuditEntry;
import io.cornershop.eventing.audit.AuditLog;
import io.cornershop.rest.Cursor;
import io.cornershop.rest.Page;
import io.cornershop.rest.Paging;
import io.cornershop.rest.PlaceInTime;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit log. */
@Path("/admin/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OPERATOR, Role.AUDITOR})
@Tag(name = "operations", description = "For those who run the platform")
public class AuditResource {

  private static final String LIST = "audit";
  private static final String EXAMPLE =
      """
      {"items": [{"id": "01a21444-5e28-7416-b5ea-eefc3437143a", "at": "2026-11-01T12:00:00Z",
       "who": "olga", "action": "dead-letter.discard",
       "target": "5f0c2a52-8d0b-8c1e-9a3f-0f4b7d1c2e3a",
       "correlationId": "01a21444-5e28-7416-b5ea-eefc3437143b", "reason": "a test order"}]}
      """;

  @Inject private AuditLog log;

  /** What operators have asked for. */
  @GET
  @Operation(
      summary = "Lists what operators have asked for, the latest first",
      description =
          "An entry is written before the action, so it says what was asked, not that it worked.")
  @APIResponse(
      responseCode = "200",
      description = "Entries",
      content =
          @Content(
              schema = @Schema(implementation = AuditPage.class),
              examples = @ExampleObject(name = "page", value = EXAMPLE)))
  public Page<AuditEntry> entries(@BeanParam Paging paging) {
    int limit = paging.limit();
    return Page.of(
        log.latest(paging.after().map(AuditResource::place), limit + 1),
        limit,
        entry -> new PlaceInTime(entry.at(), entry.id()).within(LIST));
  }

  private static AuditLog.Place place(Cursor cursor) {
    PlaceInTime place = PlaceInTime.of(cursor, LIST);
    return new AuditLog.Place(place.at(), place.id());
  }
}
