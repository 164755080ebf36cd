package io.cornershop.eventing.projections.versions;

import java.util.List;

/**
 * A row that is not the same in the old and the new version. Values are not told: they may be
 * personal.
 *
 * @param columns that differ, for {@link Kind#VALUE}; that cannot be read, for {@link Kind#DAMAGED}
 */
public record Difference(String rowId, Kind kind, List<String> columns) {

  public Difference {
    columns = List.copyOf(columns);
  }

  /** In what they differ. */
  public enum Kind {
    /** Made of the same events, and yet another row. */
    VALUE,
    /** Made of other events: one version is behind, or has lost some. */
    SOURCES,
    /** In one of the versions it was changed from outside, so that no build can read it. */
    DAMAGED,
    /** The new version does not have it. */
    ONLY_OLD,
    /** The old version does not have it. */
    ONLY_NEW
  }
}
