package io.cornershop.eventing.events;

import io.cornershop.kernel.DataSubject;
import io.cornershop.kernel.PersonalData;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The paths of one event type's personal fields, found by its record components. Immutable.
 *
 * @param subject the component that names whose data it is
 * @param paths component names from the event down to a marked text
 */
record PersonalFields(Optional<String> subject, List<List<String>> paths) {

  private static final Set<Type> WRAPPERS = Set.of(Optional.class, List.class, Set.class);

  static PersonalFields of(Class<?> event) {
    List<List<String>> paths = new ArrayList<>();
    collect(event, List.of(), paths);
    Optional<String> subject =
        Arrays.stream(event.getRecordComponents())
            .filter(component -> component.isAnnotationPresent(DataSubject.class))
            .map(RecordComponent::getName)
            .findFirst();
    if (!paths.isEmpty() && subject.isEmpty()) {
      throw new IllegalArgumentException(event + " holds personal data but names no data subject");
    }
    return new PersonalFields(subject, List.copyOf(paths));
  }

  private static void collect(Class<?> type, List<String> prefix, List<List<String>> paths) {
    for (RecordComponent component : type.getRecordComponents()) {
      List<String> path = new ArrayList<>(prefix);
      path.add(component.getName());
      Class<?> held = held(component.getGenericType());
      if (component.isAnnotationPresent(PersonalData.class)) {
        requireText(component, held);
        paths.add(path);
      } else if (held.isRecord()) {
        collect(held, path, paths);
      }
    }
  }

  private static void requireText(RecordComponent component, Class<?> held) {
    if (held != String.class) {
      throw new IllegalArgumentException(component + " is marked as personal data but is no text");
    }
  }

  /** What a component holds: its own type, or the one inside its list or optional. */
  private static Class<?> held(Type type) {
    Type inner = type;
    if (type instanceof ParameterizedType wrapper) {
      boolean known = WRAPPERS.contains(wrapper.getRawType());
      inner = known ? wrapper.getActualTypeArguments()[0] : Object.class;
    }
    return inner instanceof Class<?> c ? c : Object.class;
  }

  /** Applies {@code change} to each personal text in {@code event}. */
  void apply(ObjectNode event, UnaryOperator<String> change) {
    paths.forEach(path -> apply(event, path, change));
  }

  private static void apply(JsonNode node, List<String> path, UnaryOperator<String> change) {
    if (node.isArray()) {
      node.forEach(element -> apply(element, path, change));
    } else if (node instanceof ObjectNode object && object.has(path.getFirst())) {
      JsonNode child = object.get(path.getFirst());
      if (path.size() > 1) {
        apply(child, path.subList(1, path.size()), change);
      } else {
        object.set(path.getFirst(), changed(child, change));
      }
    }
  }

  private static JsonNode changed(JsonNode text, UnaryOperator<String> change) {
    if (text instanceof ArrayNode texts) {
      ArrayNode all = texts.arrayNode(texts.size());
      texts.forEach(element -> all.add(changed(element, change)));
      return all;
    }
    return text.isString() ? StringNode.valueOf(change.apply(text.stringValue())) : text;
  }
}
