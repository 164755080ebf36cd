package io.cornershop.eventing.api;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Reads the events of one stream from any sequence in both directions. The store finds commits by
 * their first sequence only, so a sequence inside a commit is found by asking for the commits that
 * could hold it. Thread-safe.
 */
final class StreamEvents {

  /** Reads backward from the last event. */
  static final long END = Long.MAX_VALUE;

  private static final int PAGE = 50;
  private static final List<Long> WINDOWS = List.of(16L, 1_000L);
  private static final Comparator<Commit> OLDEST_FIRST =
      Comparator.comparingLong(Commit::firstSequence);

  private final EventStore store;
  private final Positions positions;

  StreamEvents(EventStore store, Positions positions) {
    this.store = store;
    this.positions = positions;
  }

  /** Whether the stream has any event. */
  boolean exists(StreamId stream) {
    return !store.read(stream, 1, 1).isEmpty();
  }

  /** Up to {@code max} events from this sequence on, oldest first. */
  List<EventEnvelope> forward(StreamId stream, long from, int max) {
    Optional<Commit> first = commitWith(stream, from);
    if (first.isEmpty()) {
      return List.of();
    }
    List<EventEnvelope> found = new ArrayList<>();
    long next = first.get().firstSequence();
    List<Commit> page;
    do {
      page = store.read(stream, next, PAGE);
      add(found, page, event -> event.sequence() >= from);
      next = page.isEmpty() ? next : page.getLast().lastSequence() + 1;
    } while (page.size() == PAGE && found.size() < max);
    return found.stream().limit(max).toList();
  }

  /** Up to {@code max} events from this sequence back to the first, newest first. */
  List<EventEnvelope> backward(StreamId stream, long from, int max) {
    List<EventEnvelope> found = new ArrayList<>();
    List<Commit> page = from < 1 ? List.of() : startOfBackward(stream, from);
    while (!page.isEmpty() && found.size() < max) {
      List<EventEnvelope> events = new ArrayList<>();
      add(events, page, event -> event.sequence() <= from);
      found.addAll(events.reversed());
      page = before(page.getFirst());
    }
    return found.stream().limit(max).toList();
  }

  private List<Commit> startOfBackward(StreamId stream, long from) {
    Optional<Commit> holder = from == END ? Optional.empty() : commitWith(stream, from);
    return holder.or(() -> last(stream)).stream().toList();
  }

  private void add(
      List<EventEnvelope> found, List<Commit> commits, Predicate<EventEnvelope> wanted) {
    positions.eventsOf(commits).stream().filter(wanted).forEach(found::add);
  }

  private Optional<Commit> commitWith(StreamId stream, long sequence) {
    return WINDOWS.stream()
        .map(window -> startingIn(stream, sequence - window + 1, sequence))
        .flatMap(Collection::stream)
        .filter(commit -> commit.firstSequence() <= sequence && commit.lastSequence() >= sequence)
        .findFirst();
  }

  /** The last commit, by walking the stream: nothing else knows its end. */
  private Optional<Commit> last(StreamId stream) {
    Optional<Commit> last = Optional.empty();
    List<Commit> page;
    do {
      page = store.read(stream, last.map(commit -> commit.lastSequence() + 1).orElse(1L), PAGE);
      last = page.isEmpty() ? last : Optional.of(page.getLast());
    } while (page.size() == PAGE);
    return last;
  }

  /** Some commits just before this one, oldest first; none before the first. */
  private List<Commit> before(Commit commit) {
    if (commit.previousCommit().isEmpty()) {
      return List.of();
    }
    long first = commit.firstSequence();
    List<Commit> near = startingIn(commit.stream(), first - WINDOWS.getFirst(), first - 1);
    return near.isEmpty() ? store.readAll(List.of(commit.previousCommit())) : near;
  }

  private List<Commit> startingIn(StreamId stream, long from, long to) {
    return store
        .readAll(
            LongStream.rangeClosed(Math.max(1, from), to)
                .mapToObj(sequence -> Commit.idOf(stream, sequence))
                .collect(Collectors.toSet()))
        .stream()
        .sorted(OLDEST_FIRST)
        .toList();
  }
}
