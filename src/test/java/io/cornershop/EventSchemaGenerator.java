package io.cornershop;

import io.cornershop.eventing.events.EventTypes.Registered;
import io.cornershop.kernel.Identifier;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OneLine;
import io.cornershop.kernel.PersonalData;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema (draft 7) of an event's data, out of its record: what {@code EventJson} writes,
 * and no more. Objects stay open, so that a field can be added.
 */
final class EventSchemaGenerator {

  private static final String DIALECT = "http://json-schema.org/draft-07/schema#";
  private static final String PERSONAL = "x-personal-data";

  /** No control characters, line breaks or halves of surrogate pairs. */
  private static final String ONE_LINE =
      "^(?=.*\\S)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff]+$";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultPrettyPrinter.FixedSpaceIndenter());

  private static final Set<Class<?>> OPTIONAL =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class);

  private static final Map<Class<?>, Supplier<ObjectNode>> SIMPLE =
      Map.of(
          String.class, () -> type("string"),
          boolean.class, () -> type("boolean"),
          int.class, EventSchemaGenerator::integer,
          Integer.class, EventSchemaGenerator::integer,
          OptionalInt.class, EventSchemaGenerator::integer,
          long.class, () -> type("integer"),
          Long.class, () -> type("integer"),
          OptionalLong.class, () -> type("integer"),
          Instant.class, () -> type("string").put("format", "date-time"),
          Money.class, EventSchemaGenerator::money);

  private EventSchemaGenerator() {}

  /** The schema as it lies in its file. */
  static String fileOf(ObjectNode schema) {
    return JSON.writer().with(PRETTY).writeValueAsString(schema) + "\n";
  }

  static ObjectNode schemaOf(Registered event) {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$schema", DIALECT);
    schema.put("title", event.type().toString());
    schema.setAll(object(event.javaType()));
    return schema;
  }

  private static ObjectNode object(Class<?> record) {
    ObjectNode schema = type("object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (RecordComponent component : record.getRecordComponents()) {
      properties.set(component.getName(), property(component));
      if (!OPTIONAL.contains(component.getType())) {
        required.add(component.getName());
      }
    }
    return schema;
  }

  private static ObjectNode property(RecordComponent component) {
    ObjectNode schema = schemaOf(component.getGenericType());
    OneLine line = component.getAnnotation(OneLine.class);
    if (line != null) {
      schema.put("minLength", 1).put("maxLength", line.maxLength()).put("pattern", ONE_LINE);
    }
    if (component.isAnnotationPresent(PersonalData.class)) {
      schema.put(PERSONAL, true);
    }
    return schema;
  }

  private static ObjectNode schemaOf(Type type) {
    if (type instanceof ParameterizedType generic) {
      ObjectNode inner = schemaOf(generic.getActualTypeArguments()[0]);
      if (generic.getRawType().equals(Optional.class)) {
        return inner;
      }
      require(List.class.equals(generic.getRawType()), type);
      ObjectNode list = type("array");
      list.set("items", inner);
      return list;
    }
    return schemaOf((Class<?>) type);
  }

  private static ObjectNode schemaOf(Class<?> type) {
    if (SIMPLE.containsKey(type)) {
      return SIMPLE.get(type).get();
    }
    if (Identifier.class.isAssignableFrom(type)) {
      return type("string").put("pattern", "^" + Identifier.FORM.pattern() + "$");
    }
    if (type.isEnum()) {
      ObjectNode choice = type("string");
      ArrayNode words = choice.putArray("enum");
      Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(words::add);
      return choice;
    }
    require(type.isRecord(), type);
    return object(type);
  }

  private static void require(boolean known, Type type) {
    if (!known) {
      throw new IllegalArgumentException("There is no schema for " + type);
    }
  }

  private static ObjectNode integer() {
    return type("integer").put("minimum", Integer.MIN_VALUE).put("maximum", Integer.MAX_VALUE);
  }

  private static ObjectNode money() {
    ObjectNode money = type("object");
    ObjectNode parts = money.putObject("properties");
    parts.set("amount", type("string").put("pattern", "^-?[0-9]{1,15}(\\.[0-9]{1,4})?$"));
    parts.set("currency", type("string").put("pattern", "^[A-Z]{3}$"));
    money.putArray("required").add("amount").add("currency");
    return money;
  }

  private static ObjectNode type(String name) {
    return JSON.createObjectNode().put("type", name);
  }
}
