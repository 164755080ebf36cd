package io.cornershop.eventing.api.external;

import io.cornershop.eventing.commands.Recorded;
import java.util.List;
import java.util.UUID;

/** What has become of the events of a request, in its order. */
public record PublishedAnswer(List<Item> events) {

  /**
   * One event, which is durable.
   *
   * @param sequence its place in its stream
   * @param repeated whether it was there before this request
   */
  public record Item(
      UUID eventId, String aggregateType, String aggregateId, long sequence, boolean repeated) {}

  public PublishedAnswer {
    events = List.copyOf(events);
  }

  static PublishedAnswer of(List<Recorded> recorded) {
    return new PublishedAnswer(recorded.stream().map(PublishedAnswer::item).toList());
  }

  private static Item item(Recorded event) {
    return new Item(
        event.eventId(),
        event.stream().aggregateType(),
        event.stream().aggregateId(),
        event.sequence(),
        event.repeated());
  }
}
