package io.cornershop.eventing.events;

import io.cornershop.json.Json;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.InvalidValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns domain events into the JSON text that is stored, and back: applies the personal-data codec
 * to marked fields and lifts older schema versions by the chain of upcasters. Thread-safe.
 */
public final class EventJson {

  private final EventTypes types;
  private final PersonalDataCodec codec;
  private final Map<EventType, Upcaster> upcasters = new HashMap<>();
  private final Map<Class<?>, PersonalFields> personal = new ConcurrentHashMap<>();
  private final EventJson sealed;

  public EventJson(EventTypes types, PersonalDataCodec codec, Collection<Upcaster> upcasters) {
    this.types = types;
    this.codec = codec;
    upcasters.forEach(upcaster -> this.upcasters.put(upcaster.from(), upcaster));
    types.all().forEach(registered -> personalOf(registered.javaType()));
    PersonalDataCodec stored = PersonalDataCodec.PLAIN;
    this.sealed = codec == stored ? this : new EventJson(types, stored, upcasters);
  }

  /**
   * The one that reads the same events for those who may see what has happened, but not to whom:
   * personal data stays as it is stored, unreadable where it is encrypted.
   */
  public EventJson sealed() {
    return sealed;
  }

  /** The JSON text of an event, as it is stored for ever. */
  public String encode(DomainEvent event) {
    ObjectNode tree = Json.TOLERANT.valueToTree(event);
    PersonalFields fields = personalOf(event.getClass());
    subject(fields, tree).ifPresent(s -> fields.apply(tree, text -> codec.protect(s, text)));
    return Json.TOLERANT.writeValueAsString(tree);
  }

  /**
   * The domain event of an envelope.
   *
   * @throws UnreadableEvent when the type or version is not known, or the data is not of that type
   */
  public DomainEvent decode(EventEnvelope envelope) {
    EventTypes.Registered registered = registered(envelope.type());
    try {
      return isStoredAsItIs(envelope.type(), registered)
          ? read(envelope.data(), registered)
          : readAndChange(envelope, registered);
    } catch (JacksonException | IllegalArgumentException | ClassCastException e) {
      throw UnreadableEvent.malformed(
          envelope.type() + " " + envelope.stream() + " sequence " + envelope.sequence(), e);
    }
  }

  /** Most events need no tree between text and record, which costs as much again. */
  private boolean isStoredAsItIs(EventType stored, EventTypes.Registered registered) {
    return stored.version() == registered.type().version()
        && personalOf(registered.javaType()).paths().isEmpty();
  }

  private static DomainEvent read(String data, EventTypes.Registered registered) {
    DomainEvent event = Json.TOLERANT.readValue(data, registered.javaType());
    if (event == null) {
      throw new IllegalArgumentException("There is no event in " + data);
    }
    return event;
  }

  private DomainEvent readAndChange(EventEnvelope envelope, EventTypes.Registered registered) {
    ObjectNode tree = (ObjectNode) Json.TOLERANT.readTree(envelope.data());
    ObjectNode current = upcast(tree, envelope.type(), registered.type().version());
    return Json.TOLERANT.treeToValue(reveal(current, registered), registered.javaType());
  }

  /** Whether any event of this aggregate type has fields that are marked as personal data. */
  public boolean holdsPersonalData(String aggregateType) {
    return types.all().stream()
        .filter(registered -> registered.aggregateType().equals(aggregateType))
        .anyMatch(registered -> !personalOf(registered.javaType()).paths().isEmpty());
  }

  /**
   * The domain event in data that somebody sends: plain, in any version that was ever released.
   *
   * @throws UnreadableEvent when the type or version is not known, or the data is not of that type
   */
  public DomainEvent receive(EventType type, ObjectNode data) {
    EventTypes.Registered registered = registered(type);
    try {
      ObjectNode current = upcast(data, type, registered.type().version());
      return Json.TOLERANT.treeToValue(current, registered.javaType());
    } catch (JacksonException | IllegalArgumentException | InvalidValue e) {
      throw UnreadableEvent.malformed(type.toString(), e);
    }
  }

  private EventTypes.Registered registered(EventType type) {
    return types
        .named(type.name())
        .filter(known -> type.version() <= known.type().version())
        .orElseThrow(() -> UnreadableEvent.newer(type));
  }

  private ObjectNode upcast(ObjectNode data, EventType stored, int current) {
    ObjectNode lifted = data;
    for (int version = stored.version(); version < current; version++) {
      EventType from = new EventType(stored.name(), version);
      Upcaster upcaster = upcasters.get(from);
      if (upcaster == null) {
        throw new IllegalArgumentException("There is no upcaster from " + from);
      }
      lifted = upcaster.change().apply(lifted);
    }
    return lifted;
  }

  private ObjectNode reveal(ObjectNode tree, EventTypes.Registered registered) {
    PersonalFields fields = personalOf(registered.javaType());
    subject(fields, tree).ifPresent(s -> fields.apply(tree, text -> codec.reveal(s, text)));
    return tree;
  }

  private static Optional<String> subject(PersonalFields fields, ObjectNode tree) {
    return fields.subject().map(tree::get).filter(JsonNode::isString).map(JsonNode::stringValue);
  }

  private PersonalFields personalOf(Class<?> event) {
    return personal.computeIfAbsent(event, PersonalFields::of);
  }
}
