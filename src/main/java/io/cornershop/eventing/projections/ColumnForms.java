package io.cornershop.eventing.projections;

import jakarta.nosql.AttributeConverter;
import jakarta.nosql.Convert;
import jakarta.nosql.Embeddable;
import jakarta.nosql.Embeddable.EmbeddableType;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the form of a column, or says which convention of the package it breaks. */
final class ColumnForms {

  private static final Set<Class<?>> PLAIN =
      Set.of(
          String.class,
          int.class,
          long.class,
          boolean.class,
          Integer.class,
          Long.class,
          Boolean.class);

  private ColumnForms() {}

  /**
   * The form of a field.
   *
   * @throws IllegalArgumentException when the repositories would not read it back
   */
  static ColumnForm of(Field column) {
    Optional<ColumnForm> converted =
        Optional.ofNullable(column.getAnnotation(Convert.class)).map(ColumnForms::converted);
    Type type = column.getGenericType();
    if (column.getType() == Optional.class) {
      return new ColumnForm.Perhaps(converted.orElseGet(() -> plain(argument(type), column)));
    }
    if (converted.isPresent()) {
      return converted.get();
    }
    if (column.getType() == List.class) {
      return new ColumnForm.Listed(element(argument(type), column));
    }
    return constant(column.getType())
        .or(() -> embedded(column.getType()))
        .orElseGet(() -> plain(column.getType(), column));
  }

  private static ColumnForm plain(Class<?> type, Field column) {
    if (PLAIN.contains(type)) {
      return new ColumnForm.Plain(type);
    }
    throw refused(column);
  }

  private static Optional<ColumnForm> constant(Class<?> type) {
    return Optional.ofNullable(type.getEnumConstants())
        .map(Arrays::stream)
        .map(all -> all.collect(Collectors.toMap(c -> ((Enum<?>) c).name(), Function.identity())))
        .map(ColumnForm.Constant::new);
  }

  private static ColumnForm element(Class<?> type, Field column) {
    if (type == String.class) {
      return new ColumnForm.Plain(type);
    }
    return embedded(type).orElseThrow(() -> refused(column));
  }

  private static Optional<ColumnForm> embedded(Class<?> type) {
    return Optional.ofNullable(type.getAnnotation(Embeddable.class))
        .filter(embeddable -> embeddable.value() == EmbeddableType.GROUPING)
        .map(embeddable -> new ColumnForm.Embedded(RowCodec.ofEmbedded(type)));
  }

  @SuppressWarnings("unchecked")
  private static ColumnForm converted(Convert convert) {
    try {
      return new ColumnForm.Converted(
          (AttributeConverter<Object, Object>) convert.value().getConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(convert.value() + " needs a public constructor", e);
    }
  }

  private static Class<?> argument(Type type) {
    Type argument =
        type instanceof ParameterizedType p ? p.getActualTypeArguments()[0] : Object.class;
    return argument instanceof Class<?> c ? c : Object.class;
  }

  private static IllegalArgumentException refused(Field column) {
    return new IllegalArgumentException(
        column.getDeclaringClass().getName()
            + "."
            + column.getName()
            + " cannot be kept as "
            + column.getGenericType().getTypeName()
            + ": give it a converter or a type that rows may have");
  }
}
