package io.cornershop.eventing.projections;

import java.util.Optional;

/**
 * Where the rows of all views are kept. Implementations are thread-safe; a row that {@link #save}
 * has taken is durable.
 *
 * <p>Every method throws {@link io.cornershop.kernel.Unavailable} when the database does not answer
 * in time or its answer is not certain; a repeat is always safe.
 */
public interface Rows {

  /** The row with this id. */
  <V> Optional<Row<V>> load(Projection<V> projection, String id);

  /** What the row includes; {@link Sources#NONE} when there is no such row. */
  Sources sources(Projection<?> projection, String id);

  /**
   * Writes a row whose predecessor has the revision before it: none for revision 1.
   *
   * @return false when another writer was first; nothing was written
   */
  <V> boolean save(Projection<V> projection, Row<V> row);

  /** Makes what the view's rows need, before the first of them is written. A repeat is harmless. */
  void prepare(Projection<?> projection);
}
