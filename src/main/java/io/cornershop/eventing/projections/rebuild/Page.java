package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.events.EventEnvelope;
import java.util.List;

/**
 * A part of the history.
 *
 * @param <K> a place in it
 * @param last the place of its last commit, or the place behind which there is nothing yet
 * @param more whether there may be more behind it
 * @param commits how many commits it has
 * @param read how many events these have; of a scan, those that were there when it began
 * @param events those that are wanted, in order
 */
record Page<K>(K last, boolean more, int commits, int read, List<EventEnvelope> events) {

  /** Nothing, because there is nothing behind {@code last}. */
  static <K> Page<K> nothingBehind(K last) {
    return new Page<>(last, false, 0, 0, List.of());
  }

  /** How large the events are. */
  long characters() {
    return events.stream().mapToLong(event -> event.data().length()).sum();
  }
}
