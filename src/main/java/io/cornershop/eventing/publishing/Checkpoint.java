package io.cornershop.eventing.publishing;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Notes in the store how far the relay is, a little later than it happens: what a crash leaves
 * unnoted is sent or looked at again. One thread.
 */
final class Checkpoint {

  private static final int LARGEST_UNMARK = 500;

  private final Outbox outbox;
  private final Set<String> numbered = new HashSet<>();
  private final Interval markInterval = new Interval(Duration.ofMillis(100));
  private final Interval unmarkInterval = new Interval(Duration.ofSeconds(1));
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
    numbered.addAll(commitIds);
  }

  /** Writes what is due. */
  void advance(long acknowledged) {
    if (markInterval.over()) {
      markNow(acknowledged);
    }
    if (numbered.size() >= LARGEST_UNMARK || unmarkInterval.over()) {
      unmarkNow();
    }
  }

  /** Whether something waits to be written. */
  boolean isBehind(long acknowledged) {
    return acknowledged > marked || !numbered.isEmpty();
  }

  void markNow(long acknowledged) {
    if (acknowledged > marked) {
      outbox.positions().markPublished(acknowledged);
      marked = acknowledged;
      markInterval.restart();
    }
  }

  void unmarkNow() {
    if (!numbered.isEmpty()) {
      outbox.commits().unmarkPending(List.copyOf(numbered));
      numbered.clear();
      unmarkInterval.restart();
    }
  }
}
