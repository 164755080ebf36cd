package io.cornershop.eventing.projections;

import jakarta.nosql.Column;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Turns rows into documents, in the form in which the repositories read them back, and documents
 * into rows. Immutable and thread-safe.
 *
 * <p>The mapping annotations are the only description of the form. It is written here and not by
 * the mapping framework, because that writes an empty list as an empty document and needs a
 * container.
 */
final class RowCodec<V> {

  private record Stored(String name, Method accessor, ColumnForm form) {}

  private final Constructor<V> constructor;
  private final List<Stored> columns;

  private RowCodec(Constructor<V> constructor, List<Stored> columns) {
    this.constructor = constructor;
    this.columns = columns;
  }

  /**
   * The codec of a row type.
   *
   * @throws IllegalArgumentException when it does not follow the conventions of this package
   */
  static <V> RowCodec<V> of(Class<V> type) {
    if (!type.isAnnotationPresent(Entity.class)) {
      throw new IllegalArgumentException(type.getName() + " is no @Entity");
    }
    RowCodec<V> codec = ofEmbedded(type);
    if (codec.columns.stream().filter(column -> column.name().equals("_id")).count() != 1) {
      throw new IllegalArgumentException(type.getName() + " needs one @Id");
    }
    return codec;
  }

  /** The codec of a record inside a row. */
  static <V> RowCodec<V> ofEmbedded(Class<V> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type.getName() + " is no record");
    }
    try {
      RecordComponent[] components = type.getRecordComponents();
      List<Stored> columns = new ArrayList<>();
      for (RecordComponent component : components) {
        columns.add(stored(type.getDeclaredField(component.getName()), component.getAccessor()));
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return new RowCodec<>(type.getConstructor(types), List.copyOf(columns));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " must be public", e);
    }
  }

  private static Stored stored(Field field, Method accessor) {
    String name =
        Optional.ofNullable(field.getAnnotation(Id.class))
            .map(Id::value)
            .or(() -> Optional.ofNullable(field.getAnnotation(Column.class)).map(Column::value))
            .orElseThrow(
                () -> new IllegalArgumentException(field + " needs @Column or @Id to be stored"));
    return new Stored(name.isBlank() ? field.getName() : name, accessor, ColumnForms.of(field));
  }

  /** The document of a row, without what the engine adds. */
  Document write(Object row) {
    Document document = new Document();
    for (Stored column : columns) {
      column
          .form()
          .write(call(column.accessor(), row))
          .ifPresent(value -> document.append(column.name(), value));
    }
    return document;
  }

  /**
   * The row of a document; what is not a column of it is passed over.
   *
   * @throws IllegalStateException when the document lacks a column that every row has
   */
  V read(Document document) {
    return construct(columns.stream().map(column -> value(column, document)).toArray());
  }

  private Object value(Stored column, Document document) {
    return Optional.ofNullable(document.get(column.name()))
        .map(column.form()::read)
        .or(column.form()::absent)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "A " + constructor.getName() + " is kept without " + column.name()));
  }

  private V construct(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(constructor + " refuses what was stored", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(constructor + " cannot be called", e);
    }
  }

  private static Object call(Method accessor, Object row) {
    try {
      return accessor.invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(accessor + " cannot be read", e);
    }
  }
}
