package io.cornershop.eventing.store;

import io.cornershop.eventing.events.EventEnvelope;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts events at their places in the whole store. Thread-safe. */
public final class Positions {

  private final PositionLog log;

  public Positions(PositionLog log) {
    this.log = log;
  }

  /** The events of these commits in order, at their positions as far as they have any. */
  public List<EventEnvelope> eventsOf(List<Commit> commits) {
    Map<String, Long> numbers = log.numbersOf(commits.stream().map(Commit::id).toList());
    return commits.stream().flatMap(commit -> place(commit, numbers)).toList();
  }

  private static Stream<EventEnvelope> place(Commit commit, Map<String, Long> numbers) {
    return numbers.containsKey(commit.id())
        ? at(commit, numbers.get(commit.id()))
        : commit.events().stream();
  }

  /** The events of the commit that has this number. */
  public static Stream<EventEnvelope> at(Commit commit, long number) {
    long first = number * EventEnvelope.POSITIONS_PER_COMMIT;
    List<EventEnvelope> events = commit.events();
    return IntStream.range(0, events.size()).mapToObj(i -> events.get(i).at(first + i));
  }
}
