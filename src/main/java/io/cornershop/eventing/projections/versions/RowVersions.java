package io.cornershop.eventing.projections.versions;

import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The rows of all views in all their versions. Implementations are thread-safe.
 *
 * <p>Every method throws {@link io.cornershop.kernel.Unavailable} when the database does not answer
 * in time or its answer is not certain; a repeat is always safe.
 */
public interface RowVersions {

  /** The rows of the views' versions of this number. */
  Rows rows(int version);

  /**
   * Shows all rows of a version, page by page. A row that is written meanwhile is shown as it was
   * or as it is; one that is new may be missed.
   *
   * @param pageSize the most rows at once
   */
  void scan(Projection<?> projection, int version, int pageSize, Consumer<List<RowImage>> page);

  /** Those rows with these ids that exist, by their ids. */
  Map<String, RowImage> images(Projection<?> projection, int version, Collection<String> ids);

  /** The numbers of the versions of which anything is stored. */
  Set<Integer> existing(String view);

  /** Drops the rows of a version; there may be none. */
  void drop(String view, int version);
}
