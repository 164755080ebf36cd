package io.cornershop.eventing.timers;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps timers as long as the test runs. */
public final class InMemoryTimers implements TimerStore {

  private final Map<String, DueTimer> timers = new HashMap<>();

  @Override
  public synchronized void schedule(String id, String kind, String subject, Instant due) {
    timers.put(id, new DueTimer(new Timer(id, kind, subject, due), Instant.EPOCH, 0));
  }

  @Override
  public synchronized void cancel(String id) {
    timers.remove(id);
  }

  @Override
  public synchronized List<Timer> findAll(Collection<String> ids) {
    return ids.stream()
        .distinct()
        .filter(timers::containsKey)
        .map(id -> timers.get(id).timer())
        .toList();
  }

  /** All that are set, by id. */
  public synchronized List<Timer> all() {
    return timers.values().stream()
        .map(DueTimer::timer)
        .sorted(Comparator.comparing(Timer::id))
        .toList();
  }

  @Override
  public synchronized List<DueTimer> due(Instant now, int limit) {
    return timers.values().stream()
        .filter(due -> !due.timer().due().isAfter(now) && !due.heldUntil().isAfter(now))
        .sorted(Comparator.comparing(due -> due.timer().due()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<DueTimer> claim(DueTimer seen, Instant until) {
    return replace(seen, seen.claimed(until));
  }

  @Override
  public synchronized void hold(DueTimer mine, Instant until) {
    replace(mine, new DueTimer(mine.timer(), until, mine.claims()));
  }

  private Optional<DueTimer> replace(DueTimer before, DueTimer after) {
    return timers.replace(before.timer().id(), before, after)
        ? Optional.of(after)
        : Optional.empty();
  }

  @Override
  public synchronized void remove(Timer fired) {
    timers.computeIfPresent(
        fired.id(), (id, due) -> due.timer().due().equals(fired.due()) ? null : due);
  }
}
