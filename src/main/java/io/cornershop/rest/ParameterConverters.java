package io.cornershop.rest;

import io.cornershop.kernel.Identifier;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.rest.problems.Refusal;
import io.cornershop.rest.problems.Refused;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What path and query parameters can be besides text: ids of the kernel, whole numbers, times,
 * dates, truth values and enums, exactly as they are spelled. A value of the wrong form is a 400
 * that names the parameter.
 */
@Provider
public class ParameterConverters implements ParamConverterProvider {

  private record Form(Function<String, ?> read, String words) {}

  private record Converter<T>(Class<T> type, Form form, String parameter)
      implements ParamConverter<T> {

    @Override
    @SuppressWarnings("unchecked")
    public T fromString(String text) {
      try {
        return text == null ? null : (T) form.read().apply(text);
      } catch (InvalidValue e) {
        throw new Refused(Refusal.of(new InvalidValue(parameter, e.getMessage())));
      } catch (RuntimeException e) {
        throw new Refused(Refusal.of(new InvalidValue(parameter, "must be " + form.words())));
      }
    }

    @Override
    public String toString(T value) {
      return String.valueOf(value);
    }
  }

  private static final Form WHOLE_NUMBER = new Form(Integer::valueOf, "a whole number");
  private static final Form LONG_NUMBER = new Form(Long::valueOf, "a whole number");

  private static final Map<Class<?>, Form> FORMS =
      Map.of(
          int.class,
          WHOLE_NUMBER,
          Integer.class,
          WHOLE_NUMBER,
          long.class,
          LONG_NUMBER,
          Long.class,
          LONG_NUMBER,
          Boolean.class,
          new Form(ParameterConverters::truth, "true or false"),
          boolean.class,
          new Form(ParameterConverters::truth, "true or false"),
          Instant.class,
          new Form(GivenTime::parse, "a time such as 2026-11-01T12:00:00Z"),
          LocalDate.class,
          new Form(LocalDate::parse, "a date such as 2026-11-01"));

  @Override
  public <T> ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    String parameter =
        Stream.of(annotations)
            .map(ParameterConverters::name)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse("");
    return form(type).map(form -> new Converter<>(type, form, parameter)).orElse(null);
  }

  private static Optional<String> name(Annotation annotation) {
    return switch (annotation) {
      case PathParam p -> Optional.of(p.value());
      case QueryParam q -> Optional.of(q.value());
      default -> Optional.empty();
    };
  }

  private static Optional<Form> form(Class<?> type) {
    if (type.isRecord() && Identifier.class.isAssignableFrom(type)) {
      return Optional.of(new Form(identifier(type), "an id"));
    }
    if (type.isEnum()) {
      return Optional.of(
          new Form(constant(type), "one of " + Arrays.toString(type.getEnumConstants())));
    }
    return Optional.ofNullable(FORMS.get(type));
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Function<String, ?> constant(Class<?> type) {
    return text ->
        Stream.of(type.getEnumConstants())
            .filter(constant -> constant.toString().equals(text))
            .findFirst()
            .orElseThrow();
  }

  private static Function<String, ?> identifier(Class<?> type) {
    try {
      Constructor<?> constructor = type.getConstructor(String.class);
      return text -> newIdentifier(constructor, text);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " is an identifier without a text", e);
    }
  }

  private static Object newIdentifier(Constructor<?> constructor, String text) {
    try {
      return constructor.newInstance(text);
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
