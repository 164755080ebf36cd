package io.cornershop.eventing.api.external;

import io.cornershop.eventing.commands.Received;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventSchemas;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.EventTypes.Registered;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.events.UnreadableEvent;
import io.cornershop.kernel.ExternalEvent;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.TooLarge;
import io.cornershop.rest.JsonBodies;
import io.cornershop.rest.problems.FieldError;
import io.cornershop.rest.problems.MalformedBody;
import io.cornershop.security.Forbidden;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks what outside producers send, all of it, before anything is stored: only event types that
 * are registered as external, held to the schema of their version. Thread-safe.
 */
public final class ExternalInbox {

  /** The most events of one request. */
  public static final int MAX_EVENTS = 1_000;

  private static final int MAX_ERRORS = 100;
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

  private final EventTypes types;
  private final EventSchemas schemas;
  private final EventJson json;
  private final Clock clock;

  public ExternalInbox(EventTypes types, EventSchemas schemas, EventJson json, Clock clock) {
    this.types = types;
    this.schemas = schemas;
    this.json = json;
    this.clock = clock;
  }

  /**
   * The events in a body, which is one or a list of them.
   *
   * @throws MalformedBody when it is another thing, or an event does not keep to its schema; names
   *     every field
   * @throws TooLarge when there are more than {@link #MAX_EVENTS}
   * @throws Forbidden when an event type is not external
   * @throws Rejected when an event type or version is not known
   */
  List<Received> read(JsonNode body) {
    List<ExternalEventRequest> requests = requests(body);
    List<FieldError> errors = new ArrayList<>();
    List<Received> events = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (int index = 0; index < requests.size(); index++) {
      ExternalEventRequest request = requests.get(index);
      String at = body.isArray() ? "[" + index + "]" : "";
      if (!seen.add(request.eventId())) {
        errors.add(new FieldError("eventId", "is there twice").within(at));
      }
      checked(request, at, errors).ifPresent(events::add);
    }
    if (!errors.isEmpty()) {
      throw new MalformedBody(errors.stream().limit(MAX_ERRORS).toList());
    }
    return events;
  }

  private static List<ExternalEventRequest> requests(JsonNode body) {
    if (!body.isArray()) {
      return List.of(JsonBodies.readPart(body, ExternalEventRequest.class, ""));
    }
    if (body.isEmpty()) {
      throw new MalformedBody(List.of(new FieldError("", "must have at least one event")));
    }
    if (body.size() > MAX_EVENTS) {
      throw new TooLarge("A request may have at most " + MAX_EVENTS + " events");
    }
    List<ExternalEventRequest> requests = new ArrayList<>(body.size());
    for (int index = 0; index < body.size(); index++) {
      String at = "[" + index + "]";
      requests.add(JsonBodies.readPart(body.get(index), ExternalEventRequest.class, at));
    }
    return requests;
  }

  /** The event, unless something is wrong with its values, which is then among the errors. */
  private Optional<Received> checked(
      ExternalEventRequest request, String at, List<FieldError> errors) {
    Registered registered = external(request.eventType());
    EventType type = released(request, registered);
    List<FieldError> wrong = new ArrayList<>();
    schemas
        .violations(type, request.data())
        .forEach(v -> wrong.add(new FieldError(v.field(), v.message()).within("data")));
    request
        .timestamp()
        .filter(told -> told.isAfter(clock.instant().plus(CLOCKS_DIFFER_BY)))
        .ifPresent(future -> wrong.add(new FieldError("timestamp", "must not lie ahead")));
    Optional<Received> event =
        wrong.isEmpty() ? received(request, type, registered, wrong) : Optional.empty();
    wrong.forEach(error -> errors.add(error.within(at)));
    return event;
  }

  private Optional<Received> received(
      ExternalEventRequest request, EventType type, Registered registered, List<FieldError> wrong) {
    try {
      ExternalEvent event = (ExternalEvent) json.receive(type, (ObjectNode) request.data());
      StreamId stream = new StreamId(registered.aggregateType(), event.about().value());
      requireSame("aggregateType", request.aggregateType(), stream.aggregateType(), wrong);
      requireSame("aggregateId", request.aggregateId(), stream.aggregateId(), wrong);
      return Optional.of(new Received(request.eventId(), stream, event, request.timestamp()));
    } catch (UnreadableEvent e) {
      wrong.add(new FieldError("data", "cannot be read as " + type));
      return Optional.empty();
    }
  }

  private static void requireSame(
      String field, Optional<String> said, String meant, List<FieldError> wrong) {
    if (said.filter(value -> !value.equals(meant)).isPresent()) {
      wrong.add(new FieldError(field, "is not what the event is about"));
    }
  }

  private Registered external(String eventType) {
    String known = ": outside producers publish " + String.join(", ", types.external());
    Registered registered =
        types
            .named(eventType)
            .orElseThrow(
                () -> Rejected.rule("unknown-event-type", "The event type is not known" + known));
    if (!registered.isExternal()) {
      throw Forbidden.notExternal(registered.type().name() + " is told by the shop only" + known);
    }
    return registered;
  }

  private static EventType released(ExternalEventRequest request, Registered registered) {
    int present = registered.type().version();
    EventType type = request.type(present);
    if (type.version() < 1 || type.version() > present) {
      throw Rejected.rule(
          "unknown-event-version", type.name() + " has the versions 1 to " + present);
    }
    return type;
  }
}
