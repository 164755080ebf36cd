package io.cornershop.eventing.store.mongo;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Reads a stream by asking for all ids that its next commits can have, in growing windows: a lookup
 * by {@code _id} is fast on every server, a range over a stream is not. Proves while it reads that
 * no commit is missing.
 */
final class StreamReader {

  private static final int FIRST_WINDOW = 32;
  private static final int LAST_WINDOW = 128;

  private final Function<Collection<String>, List<Commit>> lookup;

  /**
   * @param lookup the commits with these ids that exist
   */
  StreamReader(Function<Collection<String>, List<Commit>> lookup) {
    this.lookup = lookup;
  }

  /**
   * See {@link EventStore#read}.
   *
   * @throws IllegalStateException when a commit is missing in the middle
   */
  List<Commit> read(StreamId stream, long firstSequence, int maxCommits) {
    List<Commit> read = new ArrayList<>();
    long next = firstSequence;
    int window = FIRST_WINDOW;
    while (read.size() < maxCommits) {
      int size = Math.min(window, maxCommits - read.size());
      List<Commit> found = window(stream, next, size);
      read.addAll(found);
      if (found.isEmpty() || found.getLast().lastSequence() + 1 < next + size) {
        return read;
      }
      next = found.getLast().lastSequence() + 1;
      window = Math.min(2 * window, LAST_WINDOW);
    }
    return read;
  }

  /** The commits that begin in a window of sequences, without a gap. */
  private List<Commit> window(StreamId stream, long from, int size) {
    List<Commit> found = lookUp(stream, from, size);
    if (!isUnbroken(found, from)) {
      // An answer is no snapshot: a commit can have come behind one that was not there yet when its
      // id was looked up. Commits come in order, so a second look sees what was missing.
      found = lookUp(stream, from, size);
    }
    if (isUnbroken(found, from)) {
      return found;
    }
    if (isInsideOfOne(stream, from, found.getFirst())) {
      return List.of();
    }
    throw new IllegalStateException(
        "The stream " + stream + " is damaged at or behind sequence " + from);
  }

  private List<Commit> lookUp(StreamId stream, long from, int size) {
    List<String> ids =
        LongStream.range(from, from + size).mapToObj(n -> Commit.idOf(stream, n)).toList();
    return lookup.apply(ids).stream()
        .sorted(Comparator.comparingLong(Commit::firstSequence))
        .toList();
  }

  private static boolean isUnbroken(List<Commit> commits, long from) {
    long next = from;
    for (Commit commit : commits) {
      if (commit.firstSequence() != next) {
        return false;
      }
      next = commit.lastSequence() + 1;
    }
    return true;
  }

  /** Whether no commit begins at this sequence because it lies inside the one before. */
  private static boolean isInsideOfOne(StreamId stream, long sequence, Commit following) {
    return following.firstSequence() > sequence
        && following.previousCommit().compareTo(Commit.idOf(stream, sequence)) < 0;
  }
}
