package io.cornershop.eventing.publishing;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.Commit;
import java.util.List;
import java.util.stream.IntStream;

/** A commit with its number in the position log. */
record NumberedCommit(long number, Commit commit) {

  /** Its events at their positions. */
  List<EventEnvelope> events() {
    long first = number * EventEnvelope.POSITIONS_PER_COMMIT;
    List<EventEnvelope> events = commit.events();
    return IntStream.range(0, events.size())
        .mapToObj(index -> events.get(index).at(first + index))
        .toList();
  }
}
