package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.projections.RowBuild;
import io.cornershop.eventing.projections.RowUpdates;
import io.cornershop.eventing.projections.Rows;

/** What the position log makes of rows, folded from its beginning. */
final class FoldedLog {

  private FoldedLog() {}

  static RowReplay<Long> replay(
      RebuildParts parts, RowUpdates<?> updates, Rows rows, int commitsAtOnce) {
    LogPages pages = new LogPages(parts.store(), parts.log(), updates.eventTypes(), commitsAtOnce);
    RowBuild<?> build = new RowBuild<>(updates, rows, RowReplay.PASSED_BEFORE, true);
    return new RowReplay<>(parts, pages, build, commitsAtOnce);
  }

  static void into(Rows rows, RebuildParts parts, RowUpdates<?> updates) {
    RowReplay<Long> replay = replay(parts, updates, rows, 100);
    for (var batch = replay.next(0L, () -> {}); batch.commits() > 0; ) {
      batch = replay.next(batch.last(), () -> {});
    }
  }
}
