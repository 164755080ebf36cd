package io.cornershop.eventing.projections;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the rows of all views are kept. Implementations are thread-safe; a row that {@link #save}
 * has taken is durable.
 *
 * <p>Every method throws {@link io.cornershop.kernel.Unavailable} when the database does not answer
 * in time or its answer is not certain; a repeat is always safe.
 */
public interface Rows {

  /**
   * The row with this id.
   *
   * @throws DamagedRow when it was changed from outside so that it cannot be read
   */
  <V> Optional<Row<V>> load(Projection<V> projection, String id);

  /** Those rows with these ids that exist and can be read, by their ids. */
  <V> Map<String, Row<V>> loadAll(Projection<V> projection, Collection<String> ids);

  /**
   * What the row includes; {@link Sources#NONE} when there is no such row, or it cannot be read.
   */
  Sources sources(Projection<?> projection, String id);

  /**
   * Writes a row whose predecessor has the revision before it: none for revision 1.
   *
   * @return false when another writer was first; nothing was written
   */
  <V> boolean save(Projection<V> projection, Row<V> row);

  /**
   * Writes many rows, each as {@link #save} would; whether one is written does not depend on the
   * others.
   *
   * @param rows of different ids
   * @return the ids of those that are written; for the others another writer was first. When
   *     another writer has written the very same row, it counts as written
   */
  <V> Set<String> saveAll(Projection<V> projection, Collection<Row<V>> rows);

  /** Makes what the view's rows need, before the first of them is written. A repeat is harmless. */
  void prepare(Projection<?> projection);
}
