package io.cornershop.eventing.api;

import io.cornershop.eventing.commands.Aggregates;
import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.events.UnreadableEvent;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.Positions;
import io.cornershop.eventing.store.ReplayObserver;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.TooLarge;
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
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A state out of its history. */
@Path("/eventstore")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.OPERATOR})
@Tag(name = "event store")
public class ReplayResource {

  private static final int MOST_REPLAYED = 10_000;

  @Inject private EventStore store;
  @Inject private PositionLog log;
  @Inject private Aggregates aggregates;
  @Inject private EventJson json;
  @Inject private ReplayObserver observer;

  /** Folds one stream, or the beginning of it. */
  @GET
  @Path("/replay/{aggregateType}/{aggregateId}")
  @Operation(
      summary = "Folds the history of one aggregate into its state, now or at an earlier time")
  @APIResponse(
      responseCode = "200",
      description =
          "The state and the events that made it. What is personal in it is as it is stored:"
              + " encrypted. Whoever may see it asks the resource itself.",
      content =
          @Content(
              schema = @Schema(implementation = ReplayAnswer.class),
              examples = @ExampleObject(name = "replay", value = Examples.REPLAY)))
  @APIResponse(responseCode = "409", description = "An event is not known to this build")
  @APIResponse(responseCode = "413", description = "The history is too long to be answered")
  public Replay replay(
      @PathParam("aggregateType") String aggregateType,
      @PathParam("aggregateId") String aggregateId,
      @BeanParam ReplayRange range) {
    Aggregate<?, ?, ?> kind = Known.kind(aggregates, aggregateType);
    range.requireValid();
    StreamId stream = new StreamId(kind.type(), aggregateId);
    long begun = System.nanoTime();
    try {
      List<EventEnvelope> history = history(stream);
      Replay replay = Replay.of(kind, stream, history, range, json);
      observer.replayed(kind.type(), range.folded(history).size());
      observer.finished(kind.type(), Duration.ofNanos(System.nanoTime() - begun));
      return replay;
    } catch (UnreadableEvent e) {
      throw Rejected.conflict("unreadable-event", e.getMessage());
    }
  }

  private List<EventEnvelope> history(StreamId stream) {
    List<EventEnvelope> events =
        new StreamEvents(store, new Positions(log)).forward(stream, 1, MOST_REPLAYED + 1);
    if (events.isEmpty()) {
      throw new NotFound(stream.aggregateType(), stream.aggregateId());
    }
    if (events.size() > MOST_REPLAYED) {
      throw new TooLarge("A history of more than " + MOST_REPLAYED + " events is not answered");
    }
    return events;
  }
}
