package io.cornershop.eventing.events;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cornershop.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema (draft 7) of every event type in every version that was ever released, as the
 * resources {@code /schemas/<type>.v<version>.json} say. Immutable and thread-safe.
 *
 * <p>The schemas are open: who reads events must bear fields that it does not know. Who publishes
 * them is held to the fields that there are.
 */
public final class EventSchemas {

  /**
   * What is wrong with one value.
   *
   * @param field where it is in the data, such as {@code items[0].price}; empty for the whole
   */
  public record Violation(String field, String message) {}

  private record Known(ObjectNode open, Schema closed) {}

  private static final String NOT_KNOWN = "additionalProperties";
  private static final String PERSONAL = "x-personal-data";

  private final Map<EventType, Known> schemas =
      new TreeMap<>(Comparator.comparing(EventType::name).thenComparing(EventType::version));

  /**
   * Reads all schemas.
   *
   * @throws IllegalStateException when a version has none
   */
  public EventSchemas(EventTypes types) {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    types.all().stream()
        .flatMap(registered -> versionsUpTo(registered.type()))
        .forEach(type -> schemas.put(type, known(registry, type)));
  }

  private static Stream<EventType> versionsUpTo(EventType present) {
    return IntStream.rangeClosed(1, present.version())
        .mapToObj(version -> new EventType(present.name(), version));
  }

  private static Known known(SchemaRegistry registry, EventType type) {
    ObjectNode open = read("/schemas/%s.v%d.json".formatted(type.name(), type.version()));
    return new Known(open, registry.getSchema(closed(open)));
  }

  private static ObjectNode read(String resource) {
    try (InputStream in = EventSchemas.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("There is no schema " + resource);
      }
      return (ObjectNode) Json.TOLERANT.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same schema, in which every object has the fields that are named and no others. */
  private static ObjectNode closed(ObjectNode open) {
    ObjectNode closed = open.deepCopy();
    closed.findParents("properties").stream()
        .filter(parent -> parent.path("type").asString("").equals("object"))
        .forEach(parent -> ((ObjectNode) parent).put(NOT_KNOWN, false));
    // says nothing about the form, and the validator would warn of it
    closed.findParents(PERSONAL).forEach(parent -> ((ObjectNode) parent).remove(PERSONAL));
    return closed;
  }

  /** All types in all their versions, by name and version. */
  public List<EventType> all() {
    return List.copyOf(schemas.keySet());
  }

  /** The schema of the data of this type and version, if it is known here. */
  public Optional<ObjectNode> schemaOf(EventType type) {
    return Optional.ofNullable(schemas.get(type)).map(known -> known.open().deepCopy());
  }

  /**
   * What is wrong with data that somebody wants to publish, by field; empty when nothing is.
   *
   * @throws IllegalArgumentException when the type is not known in this version
   */
  public List<Violation> violations(EventType type, JsonNode data) {
    Known known = schemas.get(type);
    if (known == null) {
      throw new IllegalArgumentException("There is no schema for " + type);
    }
    return known
        .closed()
        .validate(data, run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(SchemaFindings::violation)
        .distinct()
        .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
        .toList();
  }
}
