package io.cornershop.eventing.publishing;

import io.cornershop.eventing.publishing.RelaySignal.WakeUp;
import io.cornershop.eventing.store.EventStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds commits whose wake-up was lost, a page at a time. One thread.
 *
 * <p>Finding costs the store a scan where it has no index, so it happens when asked for, and
 * periodically only if an interval is set.
 */
final class PendingSweep {

  private static final int PAGE = 10_000;

  private final EventStore store;
  private final RelaySignal signal;
  private final Checkpoint checkpoint;
  private final Optional<Interval> interval;
  private final Deque<String> found = new ArrayDeque<>();
  private Set<String> lastPage = Set.of();
  private boolean wanted;

  PendingSweep(EventStore store, RelaySignal signal, Checkpoint checkpoint, Duration every) {
    this.store = store;
    this.signal = signal;
    this.checkpoint = checkpoint;
    this.interval = every.isZero() ? Optional.empty() : Optional.of(new Interval(every));
  }

  /** Begins again from nothing. */
  void restart() {
    found.clear();
    lastPage = Set.of();
    wanted = true;
  }

  /** Up to {@code max} commits that may have no number. */
  List<WakeUp> take(int max) {
    if (found.isEmpty() && isDue()) {
      nextPage();
    }
    List<WakeUp> taken = new ArrayList<>();
    while (taken.size() < max && !found.isEmpty()) {
      taken.add(WakeUp.of(found.remove()));
    }
    return taken;
  }

  private boolean isDue() {
    boolean asked = signal.takeSweepWish();
    return wanted || asked || interval.map(Interval::over).orElse(false);
  }

  private void nextPage() {
    wanted = true;
    checkpoint.unmarkAll();
    Set<String> page = new HashSet<>(store.findPending(PAGE));
    found.addAll(page);
    // a page that comes again is of commits that wait for something else
    wanted = page.size() == PAGE && !page.equals(lastPage);
    lastPage = wanted ? page : Set.of();
    interval.ifPresent(Interval::restart);
  }
}
