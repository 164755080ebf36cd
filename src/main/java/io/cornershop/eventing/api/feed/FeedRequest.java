package io.cornershop.eventing.api.feed;

import io.cornershop.eventing.api.Known;
import io.cornershop.eventing.commands.Aggregates;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.kernel.InvalidValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a client of the feed asks for. */
public class FeedRequest {

  private static final String LAST_EVENT_ID = "Last-Event-ID";
  private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

  @HeaderParam(LAST_EVENT_ID)
  @Parameter(
      description = "The id of the last event that was received: the feed goes on behind it",
      example = "4000")
  private String lastEventId;

  @QueryParam("after")
  @Parameter(
      description =
          "The position behind which the feed begins, for clients without a last event; without"
              + " both, the feed begins with the first event",
      example = "0")
  private String after;

  @QueryParam("aggregateType")
  @Parameter(description = "Shows the events of this aggregate type only", example = "Order")
  private String aggregateType;

  @QueryParam("eventType")
  @Parameter(description = "Shows the events of this type only", example = "OrderCreated")
  private String eventType;

  /** For the JAX-RS runtime, which fills the fields. */
  public FeedRequest() {}

  FeedRequest(String lastEventId, String after) {
    this.lastEventId = lastEventId;
    this.after = after;
  }

  /**
   * Where to begin; the header wins, as a browser that comes again sends both.
   *
   * @throws InvalidValue when it is no position
   */
  long position() {
    return Optional.ofNullable(lastEventId)
        .filter(id -> !id.isEmpty())
        .map(id -> position(LAST_EVENT_ID, id))
        .or(() -> Optional.ofNullable(after).map(text -> position("after", text)))
        .orElse(0L);
  }

  private static long position(String name, String text) {
    if (!POSITION.matcher(text).matches()) {
      throw new InvalidValue(name, "must be the position of an event, such as 4000");
    }
    return Long.parseLong(text);
  }

  /**
   * What to show.
   *
   * @throws io.cornershop.kernel.NotFound when a type is not known
   */
  FeedFilter filter(Aggregates aggregates, EventTypes types) {
    return new FeedFilter(
        Optional.ofNullable(aggregateType).map(type -> Known.kind(aggregates, type).type()),
        Optional.ofNullable(eventType).map(type -> Known.eventType(types, type)));
  }
}
