package io.cornershop.eventing.projections;

import java.util.List;

/**
 * Which rows of a view are read, and which are kept up to date, at this moment: while a view is
 * rebuilt it has more than one version. Implementations are thread-safe.
 */
public interface CurrentRows {

  /**
   * The rows that callers read.
   *
   * @throws io.cornershop.kernel.Unavailable when it cannot be told
   */
  Rows served(String view);

  /**
   * The rows that every event must reach, of those that this build makes. Who asks after an event
   * has come may use the answer for this event and none later.
   *
   * @throws io.cornershop.kernel.Unavailable when it cannot be told
   */
  List<Rows> fed(Projection<?> projection);

  /**
   * Whether an event must also reach rows that only a newer build makes.
   *
   * @throws io.cornershop.kernel.Unavailable when it cannot be told
   */
  boolean outgrown(Projection<?> projection);

  /** The same rows always, for both. */
  static CurrentRows only(Rows rows) {
    return new CurrentRows() {
      @Override
      public Rows served(String view) {
        return rows;
      }

      @Override
      public List<Rows> fed(Projection<?> projection) {
        return List.of(rows);
      }

      @Override
      public boolean outgrown(Projection<?> projection) {
        return false;
      }
    };
  }
}
