package io.cornershop.eventing.api;

import io.cornershop.eventing.commands.Aggregates;
import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.NotFound;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this build has a name for; what it has none for is not found, and the answer says what is.
 */
public final class Known {

  private Known() {}

  /**
   * The kind of aggregate with this name.
   *
   * @throws NotFound naming those that there are
   */
  public static Aggregate<?, ?, ?> kind(Aggregates aggregates, String type) {
    return aggregates
        .ofType(type)
        .orElseThrow(
            () -> unknown("aggregate type", type, aggregates.all().stream().map(Aggregate::type)));
  }

  /**
   * The stream of an aggregate of a known kind, whether or not it has any event.
   *
   * @throws NotFound when the kind is not known
   * @throws io.cornershop.kernel.InvalidValue when the id is malformed
   */
  static StreamId stream(Aggregates aggregates, String type, String aggregateId) {
    return new StreamId(kind(aggregates, type).type(), aggregateId);
  }

  /**
   * The name of a known event type.
   *
   * @throws NotFound naming those that there are
   */
  public static String eventType(EventTypes types, String name) {
    return types
        .named(name)
        .map(known -> known.type().name())
        .orElseThrow(
            () ->
                unknown(
                    "event type", name, types.all().stream().map(known -> known.type().name())));
  }

  private static NotFound unknown(String what, String name, Stream<String> known) {
    return new NotFound(
        what, name + known.sorted().collect(Collectors.joining(", ", "; there are ", "")));
  }
}
