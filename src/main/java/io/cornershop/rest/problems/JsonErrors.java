package io.cornershop.rest.problems;

import io.cornershop.kernel.Identifier;
import io.cornershop.kernel.InvalidValue;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a JSON text, in words that name no class of ours. Pure. */
public final class JsonErrors {

  private static final String TIME =
      "a text with a time by ISO 8601 and its offset, from 1970 to 9999";
  private static final String WHOLE = "a whole number within its range";

  /** The first that fits counts. */
  private static final Map<Class<?>, String> WORDS = words();

  private JsonErrors() {}

  private static Map<Class<?>, String> words() {
    Map<Class<?>, String> words = new LinkedHashMap<>();
    List.of(String.class, Identifier.class).forEach(text -> words.put(text, "a text"));
    List.of(int.class, Integer.class, long.class, Long.class)
        .forEach(whole -> words.put(whole, WHOLE));
    List.of(Number.class, double.class).forEach(number -> words.put(number, "a number"));
    List.of(boolean.class, Boolean.class).forEach(truth -> words.put(truth, "true or false"));
    words.put(Instant.class, TIME);
    words.put(Temporal.class, "a time by ISO 8601");
    words.put(UUID.class, "a UUID");
    words.put(Collection.class, "a list");
    return words;
  }

  public static FieldError of(JacksonException e) {
    String field = field(e.getPath());
    if (cause(e) instanceof InvalidValue invalid) {
      return new FieldError(join(field, invalid.field()), invalid.getMessage());
    }
    return switch (e) {
      case UnrecognizedPropertyException u -> new FieldError(field, "is not known here");
      case MismatchedInputException m -> new FieldError(field, mismatch(m.getTargetType()));
      case InputCoercionException i -> new FieldError(field, mismatch(i.getTargetType()));
      case StreamConstraintsException s -> new FieldError(field, "is too long or nested too deep");
      case StreamReadException s -> new FieldError(field, "is not well-formed JSON" + place(s));
      default -> new FieldError(field, "cannot be read");
    };
  }

  public static FieldError of(InvalidValue e) {
    return new FieldError(e.field(), e.getMessage());
  }

  private static Throwable cause(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof InvalidValue)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String field(List<Reference> path) {
    StringBuilder field = new StringBuilder();
    for (Reference step : path) {
      if (step.getPropertyName() == null) {
        field.append('[').append(step.getIndex()).append(']');
      } else {
        field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return field.toString();
  }

  /** An identifier names its own field; it is not repeated when the caller's field is called so. */
  private static String join(String field, String inner) {
    if (field.isEmpty() || field.equals(inner) || field.endsWith("." + inner)) {
      return field.isEmpty() ? inner : field;
    }
    return field + "." + inner;
  }

  private static String place(StreamReadException e) {
    return e.getLocation() == null
        ? ""
        : " (line %d, column %d)"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static String mismatch(Class<?> wanted) {
    return wanted == null ? "has the wrong form" : "must be " + inWords(wanted);
  }

  private static String inWords(Class<?> wanted) {
    if (wanted.isEnum()) {
      return Arrays.stream(wanted.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    return WORDS.entrySet().stream()
        .filter(known -> known.getKey().isAssignableFrom(wanted))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(wanted.isArray() ? "a list" : "an object");
  }
}
