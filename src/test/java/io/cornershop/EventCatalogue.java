package io.cornershop;

import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.EventTypes.Registered;
import io.cornershop.kernel.DataSubject;
import io.cornershop.kernel.Identifier;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.PersonalData;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The registry of event types as a page for people. */
final class EventCatalogue {

  private static final String INTRODUCTION =
      """
      # Event catalogue

      Generated from the registry by `EventCatalogueTest`, which fails when this page is not what the
      registry says. Write it anew with
      `mvn test -Dtest='EventCatalogueTest,EventSchemasTest' -Dcornershop.docs.write=true`.

      The envelope around these fields, the Kafka headers and the topics' keys are described in
      [architecture.md](architecture.md). A field marked *personal* passes the personal-data codec
      before it is stored; *subject* names the person whose data it is. `?` marks what may be absent.

      Fields are those of the present version. Each version that was ever released has a JSON Schema;
      older versions stay in the store and on Kafka as they are, and are lifted when they are read.
      The event-store API shows an event as it was stored, in its own version; a replayed state is
      made of the lifted one. The same for programs: the AsyncAPI document at `/asyncapi`.
      Events marked *external* are published by outside producers only, by `POST /api/events`.
      """;

  private static final Map<Class<?>, String> SIMPLE =
      Map.ofEntries(
          Map.entry(String.class, "text"),
          Map.entry(Money.class, "money"),
          Map.entry(Instant.class, "time"),
          Map.entry(int.class, "integer"),
          Map.entry(Integer.class, "integer"),
          Map.entry(long.class, "integer"),
          Map.entry(Long.class, "integer"),
          Map.entry(boolean.class, "true or false"),
          Map.entry(OptionalInt.class, "integer?"),
          Map.entry(OptionalLong.class, "integer?"));

  private final EventTypes types;

  EventCatalogue(EventTypes types) {
    this.types = types;
  }

  /** The whole page. */
  String page() {
    return types.aggregateTypes().stream()
        .sorted()
        .map(this::section)
        .collect(Collectors.joining("", INTRODUCTION, ""));
  }

  private String section(String aggregateType) {
    return types.all().stream()
        .filter(event -> event.aggregateType().equals(aggregateType))
        .sorted(Comparator.comparing(event -> event.type().name()))
        .map(EventCatalogue::row)
        .collect(Collectors.joining("\n", heading(aggregateType), "\n"));
  }

  private String heading(String aggregateType) {
    String topic = types.topicOf(aggregateType).orElseThrow();
    return """

        ## %s (`%s`)

        | event | schemas by version | fields |
        |---|---|---|
        """
        .formatted(aggregateType, topic);
  }

  private static String row(Registered event) {
    String external = event.isExternal() ? " *external*" : "";
    return "| %s%s | %s | %s |"
        .formatted(
            event.type().name(), external, schemasOf(event.type()), fieldsOf(event.javaType()));
  }

  private static String schemasOf(EventType type) {
    return IntStream.rangeClosed(1, type.version())
        .mapToObj(
            version ->
                "[%d](../src/main/resources/schemas/%s.v%d.json)"
                    .formatted(version, type.name(), version))
        .collect(Collectors.joining(", "));
  }

  private static String fieldsOf(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .map(EventCatalogue::field)
        .collect(Collectors.joining(", "));
  }

  private static String field(RecordComponent component) {
    String field = "`" + component.getName() + "` " + typeOf(component.getGenericType());
    if (component.isAnnotationPresent(PersonalData.class)) {
      return field + " *personal*";
    }
    return component.isAnnotationPresent(DataSubject.class) ? field + " *subject*" : field;
  }

  private static String typeOf(Type type) {
    if (type instanceof ParameterizedType generic) {
      String inner = typeOf(generic.getActualTypeArguments()[0]);
      return generic.getRawType().equals(Optional.class) ? inner + "?" : listOf(generic, inner);
    }
    return typeOf((Class<?>) type);
  }

  private static String listOf(ParameterizedType generic, String inner) {
    if (!generic.getRawType().equals(List.class)) {
      throw new IllegalArgumentException("The catalogue has no word for " + generic);
    }
    return "list of " + inner;
  }

  private static String typeOf(Class<?> type) {
    if (SIMPLE.containsKey(type)) {
      return SIMPLE.get(type);
    }
    if (Identifier.class.isAssignableFrom(type)) {
      return "id";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", ", "one of (", ")"));
    }
    if (type.isRecord()) {
      return "{" + fieldsOf(type) + "}";
    }
    throw new IllegalArgumentException("The catalogue has no word for " + type);
  }
}
