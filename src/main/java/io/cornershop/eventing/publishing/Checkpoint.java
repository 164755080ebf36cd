package io.cornershop.eventing.publishing;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Notes in the store how far the relay is, a little later than it happens: what a crash leaves
 * unnoted is sent or looked at again. Taking the pending mark from a commit costs a server up to as
 * much as appending it, so that is done in small parts while nothing else is to do. Where the store
 * marks nothing, nothing is kept for it. One thread.
 */
final class Checkpoint {

  private static final int SMALL_PART = 16;
  private static final int LARGE_PART = 500;

  /** How many may wait for a quiet moment; a crash leaves at most so many to be looked at again. */
  private static final int MOST_WAITING = 5_000;

  private final Outbox outbox;
  private final Set<String> numbered = new LinkedHashSet<>();
  private final Interval markInterval = new Interval(Duration.ofMillis(100));
  private final Interval unmarkInterval = new Interval(Duration.ofMillis(50));
  private long marked;

  Checkpoint(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Begins at the mark in the log and returns it. */
  long start() {
    marked = outbox.positions().published();
    return marked;
  }

  /** These commits have numbers. */
  void numbered(Collection<String> commitIds) {
    if (outbox.commits().marksPending()) {
      numbered.addAll(commitIds);
    }
  }

  /**
   * Writes what is due.
   *
   * @param busy whether the relay has other things to do
   */
  void advance(long acknowledged, boolean busy) {
    if (markInterval.over()) {
      markNow(acknowledged);
    }
    if (numbered.size() >= MOST_WAITING) {
      unmark(LARGE_PART);
    } else if (!busy && unmarkInterval.over()) {
      unmark(SMALL_PART);
    }
  }

  /** Whether the mark is not there yet. */
  boolean isBehind(long acknowledged) {
    return acknowledged > marked;
  }

  /** Whether pending marks wait for a quiet moment. */
  boolean hasMarksToTake() {
    return !numbered.isEmpty();
  }

  void markNow(long acknowledged) {
    if (acknowledged > marked) {
      outbox.positions().markPublished(acknowledged);
      marked = acknowledged;
      markInterval.restart();
    }
  }

  /** Takes the marks of all that have numbers. */
  void unmarkAll() {
    while (!numbered.isEmpty()) {
      unmark(LARGE_PART);
    }
  }

  /** Takes the marks of as many as is quickly done. */
  void unmarkSome() {
    unmark(LARGE_PART);
  }

  private void unmark(int most) {
    List<String> part = numbered.stream().limit(most).toList();
    if (!part.isEmpty()) {
      outbox.commits().unmarkPending(part);
      part.forEach(numbered::remove);
      unmarkInterval.restart();
    }
  }
}
