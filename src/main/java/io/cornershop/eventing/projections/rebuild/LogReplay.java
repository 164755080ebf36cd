package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.RowUpdates;
import io.cornershop.eventing.projections.Rows;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.PositionLog.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Applies the position log to rows, in bulk and from its beginning without a gap. Thread-safe.
 *
 * <p>The log has each stream's commits in order. So what lies between what a row has seen and its
 * next event has passed here before, and was none of the row's: it need not be fetched again, which
 * is what makes a view quick that wants few of its streams' events.
 */
final class LogReplay<V> {

  /** What one batch may hold: a row that changes many times within it is written once. */
  private static final int MOST_EVENTS = 5_000;

  private static final long MOST_CHARACTERS = 16L << 20;

  /** How many commits are read at once. */
  private static final int PAGE = 500;

  private static final RowUpdates.Between PASSED_BEFORE = (stream, after, before) -> List.of();

  /**
   * What one batch has done.
   *
   * @param number of its last commit
   * @param commits how many there were; none at the end of the log
   */
  record Batch(long number, int commits, int events) {}

  private final RowUpdates<V> updates;
  private final EventStore store;
  private final PositionLog log;
  private final int commitsAtOnce;

  LogReplay(RowUpdates<V> updates, EventStore store, PositionLog log, int commitsAtOnce) {
    this.updates = updates;
    this.store = store;
    this.log = log;
    this.commitsAtOnce = commitsAtOnce;
  }

  /**
   * Brings the rows up to the commits behind {@code number}; everything before must be in them.
   *
   * @param alive is called while much is read
   * @throws IllegalStateException when the log names a commit that the store does not have
   */
  Batch next(Rows rows, long number, Runnable alive) {
    List<EventEnvelope> events = new ArrayList<>();
    long last = number;
    long characters = 0;
    boolean more = true;
    while (more) {
      int size = Math.min(PAGE, (int) (number + commitsAtOnce - last));
      List<Entry> page = bounded(log.readAfter(last, size));
      List<EventEnvelope> wanted = wanted(page);
      events.addAll(wanted);
      characters += wanted.stream().mapToLong(event -> event.data().length()).sum();
      last += page.size();
      more = !page.isEmpty() && last < number + commitsAtOnce;
      more &= events.size() < MOST_EVENTS && characters < MOST_CHARACTERS;
      alive.run();
    }
    if (!events.isEmpty()) {
      updates.applyAll(rows, events, PASSED_BEFORE);
    }
    return new Batch(last, (int) (last - number), events.size());
  }

  /** At least one, and no more than fit into memory. */
  private static List<Entry> bounded(List<Entry> entries) {
    int events = 0;
    int size = 0;
    while (size < entries.size() && (size == 0 || events < MOST_EVENTS)) {
      events += entries.get(size).summary().eventIds().size();
      size++;
    }
    return entries.subList(0, size);
  }

  private List<EventEnvelope> wanted(List<Entry> entries) {
    List<String> ids =
        entries.stream()
            .filter(entry -> entry.summary().eventTypes().stream().anyMatch(this::isWanted))
            .map(Entry::commitId)
            .toList();
    Map<String, Commit> commits =
        store.readAll(ids).stream().collect(Collectors.toMap(Commit::id, Function.identity()));
    List<EventEnvelope> events = new ArrayList<>();
    for (String id : ids) {
      if (!commits.containsKey(id)) {
        throw new IllegalStateException("The store does not have commit " + id + " of its log");
      }
      commits.get(id).events().stream()
          .filter(event -> isWanted(event.type().name()))
          .forEach(events::add);
    }
    return events;
  }

  private boolean isWanted(String eventType) {
    return updates.eventTypes().contains(eventType);
  }
}
