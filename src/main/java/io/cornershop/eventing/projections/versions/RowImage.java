package io.cornershop.eventing.projections.versions;

import io.cornershop.eventing.projections.Sources;
import java.util.List;
import java.util.Map;

/**
 * A row as it is stored, to be compared, whatever the build can read.
 *
 * @param id as a text; an id that is none has its type before it
 * @param columns by their stored names, without the id and what the engine adds
 * @param damaged the engine's fields that are not as any build writes them; then there are no
 *     sources
 */
public record RowImage(
    String id, Sources sources, Map<String, Object> columns, List<String> damaged) {

  public RowImage {
    damaged = List.copyOf(damaged);
  }

  /** A row that is as it was written. */
  public RowImage(String id, Sources sources, Map<String, Object> columns) {
    this(id, sources, columns, List.of());
  }

  /** Whether somebody has changed it so that no build can read it. */
  public boolean isDamaged() {
    return !damaged.isEmpty();
  }
}
