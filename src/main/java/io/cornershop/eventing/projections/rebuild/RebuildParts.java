package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.projections.versions.RowVersions;
import io.cornershop.eventing.projections.versions.ViewRegistry;
import io.cornershop.eventing.projections.versions.ViewState;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.ReplayObserver;
import java.util.concurrent.Executor;

/**
 * What a rebuild reads and writes. Thread-safe.
 *
 * @param reader reads pages of the log ahead, few at a time; what it has not begun when it is
 *     wanted, the rebuild reads itself
 * @param observer is told which events are read again
 */
public record RebuildParts(
    ViewRegistry registry,
    RowVersions rows,
    EventStore store,
    PositionLog log,
    Executor reader,
    ReplayObserver observer) {

  /** Parts that nobody observes. */
  public RebuildParts(
      ViewRegistry registry, RowVersions rows, EventStore store, PositionLog log, Executor reader) {
    this(registry, rows, store, log, reader, ReplayObserver.NONE);
  }

  /**
   * Drops every version that can never be read again. A state that is old by now is no danger: what
   * was dead stays dead, and numbers are never used again.
   */
  void dropDead(ViewState state) {
    rows.existing(state.view()).stream()
        .filter(state::isDead)
        .forEach(number -> rows.drop(state.view(), number));
  }
}
