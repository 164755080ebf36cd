package io.cornershop.eventing.projections.versions;

import java.util.List;
import java.util.Optional;

/**
 * Keeps the state of every view. Implementations are thread-safe; what a call has written is
 * durable and seen by every later call.
 *
 * <p>Every method throws {@link io.cornershop.kernel.Unavailable} when the database does not answer
 * in time or its answer is not certain.
 */
public interface ViewRegistry {

  /** The state of one view. */
  Optional<ViewState> find(String view);

  /** The states of all views, in no particular order; there are not many. */
  List<ViewState> all();

  /**
   * The state of a view, which is made when there is none.
   *
   * @param fold the version of row and fold of this build, for a new view
   */
  ViewState ensure(String view, int fold);

  /**
   * Writes a state onto the one with the revision before it.
   *
   * @return false when that is not the present one; nothing was written
   */
  boolean save(ViewState next);
}
