package io.cornershop.eventing.projections;

import java.util.List;

/**
 * An index that a view's queries need, made when the platform starts.
 *
 * @param fields the stored names, those that are compared before those that are sorted by; a field
 *     inside another is written with a dot
 */
public record RowIndex(List<String> fields) {

  public RowIndex {
    fields = List.copyOf(fields);
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("An index has fields");
    }
  }

  /** An index on these fields. */
  public static RowIndex on(String... fields) {
    return new RowIndex(List.of(fields));
  }
}
