package io.cornershop.eventing.store;

import io.cornershop.eventing.events.StreamId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Finds commits of one stream from any sequence. The store finds them by their first sequence only,
 * so a sequence inside a commit is found by asking for all commits that could hold it: no commit
 * has more than {@link NewCommit#MAX_EVENTS} events. Thread-safe; throws what {@link EventStore}
 * throws.
 */
public final class StreamCommits {

  private static final int PAGE = 50;
  private static final long LONGEST = NewCommit.MAX_EVENTS;

  /** Most commits are short: the small window answers mostly, the large one always. */
  private static final List<Long> WINDOWS = List.of(16L, LONGEST);

  private static final Comparator<Commit> OLDEST_FIRST =
      Comparator.comparingLong(Commit::firstSequence);

  private final EventStore store;

  public StreamCommits(EventStore store) {
    this.store = store;
  }

  /**
   * The commits of a stream from a sequence on at which one begins, oldest first: the first page at
   * once, each further one only when it is wanted.
   */
  public Stream<List<Commit>> pages(StreamId stream, long from) {
    return Stream.iterate(
        store.read(stream, from, PAGE), page -> !page.isEmpty(), page -> behind(stream, page));
  }

  private List<Commit> behind(StreamId stream, List<Commit> page) {
    return page.size() < PAGE
        ? List.of()
        : store.read(stream, page.getLast().lastSequence() + 1, PAGE);
  }

  /** The commit that holds the event with this sequence, if there is one. */
  public Optional<Commit> holding(StreamId stream, long sequence) {
    return latestBegun(stream, sequence).filter(commit -> commit.lastSequence() >= sequence);
  }

  /** The last commit; takes a number of lookups that grows with the logarithm of the length. */
  public Optional<Commit> last(StreamId stream) {
    List<Commit> first = store.read(stream, 1, PAGE);
    return first.size() < PAGE
        ? first.stream().reduce((a, b) -> b)
        : Optional.of(lastBehind(first.getLast()));
  }

  /** Looks ahead in doubling steps until there is nothing, then in halving ones. */
  private Commit lastBehind(Commit known) {
    Commit last = known;
    long step = LONGEST;
    boolean growing = true;
    while (true) {
      Optional<Commit> further = latestBegun(last.stream(), last.lastSequence() + step);
      if (further.isPresent()) {
        last = further.get();
        step = growing ? 2 * step : step;
      } else if (step == LONGEST) {
        return last;
      } else {
        growing = false;
        step /= 2;
      }
    }
  }

  /** Some commits just before this one, oldest first; none before the first. */
  public List<Commit> before(Commit commit) {
    if (commit.previousCommit().isEmpty()) {
      return List.of();
    }
    long first = commit.firstSequence();
    List<Commit> near = beginningIn(commit.stream(), first - WINDOWS.getFirst(), first - 1);
    return near.isEmpty() ? store.readAll(List.of(commit.previousCommit())) : near;
  }

  /** The last commit that begins at or before a sequence, not further away than one is long. */
  private Optional<Commit> latestBegun(StreamId stream, long sequence) {
    return WINDOWS.stream()
        .map(window -> beginningIn(stream, sequence - window + 1, sequence))
        .flatMap(commits -> commits.reversed().stream().limit(1))
        .findFirst();
  }

  private List<Commit> beginningIn(StreamId stream, long from, long to) {
    Collection<String> ids =
        LongStream.rangeClosed(Math.max(1, from), to)
            .mapToObj(sequence -> Commit.idOf(stream, sequence))
            .collect(Collectors.toSet());
    return store.readAll(ids).stream().sorted(OLDEST_FIRST).toList();
  }
}
