package io.cornershop.eventing.projections;

import jakarta.nosql.AttributeConverter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** How the value of one column is stored. Immutable and thread-safe, if its converter is. */
sealed interface ColumnForm {

  /** The stored form; empty when the column is left out of the document. */
  Optional<Object> write(Object value);

  /** The value that was stored. */
  Object read(Object stored);

  /** The value when the document does not have the column; empty when it must have it. */
  default Optional<Object> absent() {
    return Optional.empty();
  }

  /** What the database keeps as it is. */
  record Plain(Class<?> type) implements ColumnForm {

    @Override
    public Optional<Object> write(Object value) {
      return Optional.of(value);
    }

    @Override
    public Object read(Object stored) {
      return stored;
    }
  }

  /** A constant, by its name. */
  record Constant(Map<String, ?> byName) implements ColumnForm {

    @Override
    public Optional<Object> write(Object value) {
      return Optional.of(((Enum<?>) value).name());
    }

    @Override
    public Object read(Object stored) {
      return Optional.<Object>ofNullable(byName.get((String) stored))
          .orElseThrow(() -> new IllegalStateException("There is no constant " + stored));
    }
  }

  /** What a converter of the column makes of it. */
  record Converted(AttributeConverter<Object, Object> converter) implements ColumnForm {

    @Override
    public Optional<Object> write(Object value) {
      return Optional.of(converter.convertToDatabaseColumn(value));
    }

    @Override
    public Object read(Object stored) {
      return converter.convertToEntityAttribute(stored);
    }
  }

  /** A document inside the document. */
  record Embedded(RowCodec<?> codec) implements ColumnForm {

    @Override
    public Optional<Object> write(Object value) {
      return Optional.of(codec.write(value));
    }

    @Override
    public Object read(Object stored) {
      return codec.read((Document) stored);
    }
  }

  /** An array, there also when it is empty. */
  record Listed(ColumnForm element) implements ColumnForm {

    @Override
    public Optional<Object> write(Object value) {
      return Optional.of(
          ((Collection<?>) value).stream().map(item -> element.write(item).orElseThrow()).toList());
    }

    @Override
    public Object read(Object stored) {
      return ((Collection<?>) stored).stream().map(element::read).toList();
    }

    @Override
    public Optional<Object> absent() {
      return Optional.of(List.of());
    }
  }

  /** There or not there. */
  record Perhaps(ColumnForm inner) implements ColumnForm {

    @Override
    public Optional<Object> write(Object value) {
      return ((Optional<?>) value).flatMap(inner::write);
    }

    @Override
    public Object read(Object stored) {
      return Optional.of(inner.read(stored));
    }

    @Override
    public Optional<Object> absent() {
      return Optional.of(Optional.empty());
    }
  }
}
