package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.EventsBetween;
import io.cornershop.eventing.projections.RowBuild;
import io.cornershop.eventing.projections.RowUpdates;
import io.cornershop.eventing.projections.Rows;
import io.cornershop.eventing.projections.rebuild.LogPages.Page;
import io.cornershop.eventing.store.ReplayObserver;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Applies the position log to rows, in bulk and from its beginning without a gap. One thread.
 *
 * <p>The log has each stream's commits in order. So what lies between what a row has seen and its
 * next event has passed here before, and was none of the row's: it need not be fetched again, which
 * is what makes a view quick that wants few of its streams' events.
 */
final class LogReplay<V> {

  private static final long MOST_CHARACTERS = 16L << 20;

  /** How many commits are read at once. */
  private static final int PAGE = 500;

  private static final EventsBetween PASSED_BEFORE = (stream, after, before) -> List.of();

  /**
   * What one batch has done.
   *
   * @param number of its last commit
   * @param commits how many there were; none at the end of the log
   */
  record Batch(long number, int commits, int events) {}

  private final LogPages pages;
  private final RowBuild<V> rows;
  private final int commitsAtOnce;
  private final int pageSize;
  private final ReplayObserver observer;

  /**
   * @param empty whether the rows are to be made from nothing
   * @param commitsAtOnce how many commits make a batch at most
   */
  LogReplay(
      RebuildParts parts, RowUpdates<V> updates, Rows rows, boolean empty, int commitsAtOnce) {
    this.rows = new RowBuild<>(updates, rows, PASSED_BEFORE, empty);
    this.commitsAtOnce = commitsAtOnce;
    this.pageSize = Math.min(PAGE, commitsAtOnce);
    this.observer = parts.observer();
    this.pages = new LogPages(parts, updates.eventTypes(), pageSize);
  }

  /**
   * Brings the rows up to the commits behind {@code number}; everything before must be in them.
   *
   * @param alive is called while much is read
   * @throws IllegalStateException when the log names a commit that the store does not have
   */
  Batch next(long number, Runnable alive) {
    long last = number;
    int events = 0;
    long characters = 0;
    boolean more = true;
    while (more) {
      Page page = pages.after(last, alive);
      rows.take(page.events());
      tell(page.events());
      events += page.events().size();
      characters += page.characters();
      last = page.last();
      more = page.whole() && last + pageSize <= number + commitsAtOnce;
      more &= events < LogPages.MOST_EVENTS && characters < MOST_CHARACTERS;
    }
    rows.write();
    return new Batch(last, (int) (last - number), events);
  }

  private void tell(List<EventEnvelope> events) {
    events.stream()
        .collect(Collectors.groupingBy(e -> e.stream().aggregateType(), Collectors.counting()))
        .forEach(observer::replayed);
  }
}
