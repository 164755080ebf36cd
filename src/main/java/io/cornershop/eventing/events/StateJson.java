package io.cornershop.eventing.events;

import io.cornershop.json.Json;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The states of one kind of aggregate as JSON text, with the name of the stage of life that tells
 * them apart. For snapshots only: what the text looks like may change with the fold's version.
 * Immutable and thread-safe.
 */
public final class StateJson {

  private record Written(String stage, Object state) {}

  private record Read(String stage, JsonNode state) {}

  private final Map<String, Class<?>> stages = new TreeMap<>();

  /**
   * @param initial any state of the family; a sealed interface that it implements has the others
   * @throws IllegalArgumentException when two stages have one name
   */
  public StateJson(Object initial) {
    Deque<Class<?>> open = new ArrayDeque<>(List.of(familyOf(initial.getClass())));
    while (!open.isEmpty()) {
      Class<?> next = open.pop();
      if (next.isSealed()) {
        Collections.addAll(open, next.getPermittedSubclasses());
      } else if (!next.equals(stages.merge(next.getSimpleName(), next, (first, other) -> first))) {
        throw new IllegalArgumentException("Two stages are called " + next.getSimpleName());
      }
    }
  }

  private static Class<?> familyOf(Class<?> state) {
    return Arrays.stream(state.getInterfaces())
        .filter(Class::isSealed)
        .findFirst()
        .<Class<?>>map(StateJson::familyOf)
        .orElse(state);
  }

  /** The names of all stages. */
  public Iterable<String> stages() {
    return stages.keySet();
  }

  /** The text of a state. */
  public String write(Object state) {
    return Json.STRICT.writeValueAsString(new Written(state.getClass().getSimpleName(), state));
  }

  /** The state in a text; empty when this build cannot read it. */
  public Optional<Object> read(String text) {
    try {
      Read read = Json.STRICT.readValue(text, Read.class);
      return Optional.ofNullable(stages.get(read.stage()))
          .map(stage -> Json.STRICT.treeToValue(read.state(), stage));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
