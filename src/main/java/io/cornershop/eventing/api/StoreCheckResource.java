package io.cornershop.eventing.api;

import io.cornershop.eventing.commands.Aggregates;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.CommitSeals;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.verification.LogVerification;
import io.cornershop.eventing.store.verification.LogVerification.Checkpoint;
import io.cornershop.eventing.store.verification.StreamVerification;
import io.cornershop.eventing.store.verification.Verified;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.kernel.NotFound;
import io.cornershop.rest.Cursor;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much the store holds, and whether it is what was written. */
@Path("/eventstore")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.OPERATOR})
@Tag(name = "event store")
public class StoreCheckResource {

  private static final String WHOLE = "verify";

  @Inject private EventStore store;
  @Inject private PositionLog log;
  @Inject private CommitSeals seals;
  @Inject private Aggregates aggregates;

  /** Sums. */
  @GET
  @Path("/stats")
  @Operation(
      summary = "Counts events and streams",
      description = "Of everything that has a position. Counts nothing anew: the log keeps sums.")
  @APIResponse(
      responseCode = "200",
      description = "Sums, all and by aggregate type",
      content =
          @Content(
              schema = @Schema(implementation = StoreStatistics.class),
              examples = @ExampleObject(name = "sums", value = Examples.STATISTICS)))
  public StoreStatistics statistics() {
    return StoreStatistics.of(log.head());
  }

  /** Everything. */
  @GET
  @Path("/verify")
  @Operation(
      summary = "Verifies the whole store, one page of commits at a time",
      description =
          "Computes the hashes of the commits and of the position log anew. A changed byte, a cut"
              + " tail and a deleted stream are named. Whoever keeps the checkpoint of the last"
              + " page elsewhere can tell later whether the history before it was rewritten.")
  @APIResponse(
      responseCode = "200",
      description = "What was found on this page",
      content =
          @Content(
              schema = @Schema(implementation = VerificationReport.class),
              examples = @ExampleObject(name = "report", value = Examples.REPORT)))
  public VerificationReport verify(@BeanParam Paging paging) {
    Checkpoint from =
        paging.after().map(StoreCheckResource::checkpoint).orElse(Checkpoint.BEGINNING);
    Verified<Checkpoint> verified =
        new LogVerification(store, log, seals).check(from, paging.limit());
    Checkpoint reached = verified.reached();
    return VerificationReport.of(
        verified, Cursor.of(WHOLE, Long.toString(reached.number()), reached.chainHash()));
  }

  private static Checkpoint checkpoint(Cursor cursor) {
    String number = cursor.part(1, 3);
    if (!cursor.part(0, 3).equals(WHOLE) || !number.matches("[0-9]{1,15}")) {
      throw new InvalidValue("after", "must be the \"checkpoint\" of an earlier answer");
    }
    return new Checkpoint(Long.parseLong(number), cursor.part(2, 3));
  }

  /** One stream. */
  @GET
  @Path("/verify/{aggregateType}/{aggregateId}")
  @Operation(
      summary = "Verifies one stream, one page of commits at a time",
      description = "A stream that was deleted is still known by its positions.")
  @APIResponse(
      responseCode = "200",
      description = "What was found on this page",
      content =
          @Content(
              schema = @Schema(implementation = VerificationReport.class),
              examples = @ExampleObject(name = "report", value = Examples.REPORT)))
  public VerificationReport verifyStream(
      @PathParam("aggregateType") String aggregateType,
      @PathParam("aggregateId") String aggregateId,
      @BeanParam Paging paging) {
    StreamId stream = Known.stream(aggregates, aggregateType, aggregateId);
    String list = WHOLE + " " + stream;
    long from = paging.after().map(cursor -> cursor.placeIn(list)).orElse(1L);
    StreamVerification verification = new StreamVerification(store, log, seals);
    if (!verification.isKnown(stream)) {
      throw new NotFound(aggregateType, aggregateId);
    }
    Verified<Long> verified = verification.check(stream, from, paging.limit());
    return VerificationReport.of(verified, Cursor.within(list, verified.reached()));
  }
}
