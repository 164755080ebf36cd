package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.EventsBetween;
import io.cornershop.eventing.projections.RowBuild;
import io.cornershop.eventing.store.ReplayObserver;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Applies the history to rows, in bulk and from its beginning without a gap. One thread.
 *
 * <p>The history has each stream's commits in order. So what lies between what a row has seen and
 * its next event has passed here before, and was none of the row's: it need not be fetched again,
 * which is what makes a view quick that wants few of its streams' events.
 *
 * @param <K> a place in the history
 */
final class RowReplay<K> {

  /** How many commits are best read at once. */
  static final int PAGE = 500;

  /** Finds what a {@link RowBuild} that is fed by a replay has to look for: nothing. */
  static final EventsBetween PASSED_BEFORE = (stream, after, before) -> List.of();

  private static final long MOST_CHARACTERS = 16L << 20;

  /**
   * What one batch has done.
   *
   * @param last the place of its last commit
   * @param commits how many there were; none at the end of the history
   * @param read how many events these have; of a scan, those that were there when it began
   * @param events how many of them were wanted
   */
  record Batch<K>(K last, int commits, int read, int events) {}

  private final ReadAhead<K> pages;
  private final int size;
  private final RowBuild<?> rows;
  private final int commitsAtOnce;
  private final ReplayObserver observer;

  /**
   * @param commitsAtOnce how many commits make a batch at most
   */
  RowReplay(RebuildParts parts, PageSource<K> source, RowBuild<?> rows, int commitsAtOnce) {
    this.size = source.size();
    this.pages = new ReadAhead<>(source, parts.reader());
    this.rows = rows;
    this.commitsAtOnce = commitsAtOnce;
    this.observer = parts.observer();
  }

  /**
   * Brings the rows up to the commits behind {@code place}; everything before must be in them.
   *
   * @param alive is called while much is read
   * @throws IllegalStateException when the store lacks something of its history
   */
  Batch<K> next(K place, Runnable alive) {
    Batch<K> batch = new Batch<>(place, 0, 0, 0);
    long characters = 0;
    boolean more = true;
    while (more) {
      Page<K> page = pages.behind(batch.last(), alive);
      rows.take(page.events());
      tell(page.events());
      batch = plus(batch, page);
      characters += page.characters();
      more = page.more() && batch.commits() + size <= commitsAtOnce;
      more &= batch.events() < LogPages.MOST_EVENTS && characters < MOST_CHARACTERS;
    }
    rows.write();
    return batch;
  }

  private static <K> Batch<K> plus(Batch<K> batch, Page<K> page) {
    return new Batch<>(
        page.last(),
        batch.commits() + page.commits(),
        batch.read() + page.read(),
        batch.events() + page.events().size());
  }

  private void tell(List<EventEnvelope> events) {
    events.stream()
        .collect(Collectors.groupingBy(e -> e.stream().aggregateType(), Collectors.counting()))
        .forEach(observer::replayed);
  }
}
