package io.cornershop.eventing.store;

import io.cornershop.eventing.events.StreamId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The order of all commits: entry n names the n-th commit of the store. Numbers are dense, so a
 * reader that has passed n can never be shown anything behind it. Implementations are thread-safe;
 * a second writer is refused, not merged.
 */
public interface PositionLog {

  /**
   * One entry.
   *
   * @param number from 1, dense
   * @param commitId the commit that stands there; each commit stands once
   * @param hash of that commit
   * @param chainHash over all entries up to this one
   * @param summary what the commit is found by
   * @param totals over all entries up to this one
   */
  record Entry(
      long number,
      String commitId,
      String hash,
      String chainHash,
      CommitSummary summary,
      LogTotals totals) {

    /** Before the first entry. */
    public static final Entry NONE = new Entry(0, "", "", "", CommitSummary.NONE, LogTotals.NONE);

    /** The entry that gives {@code commit} the number after this one. */
    public Entry next(Commit commit) {
      return new Entry(
          number + 1,
          commit.id(),
          commit.hash(),
          CommitHash.chain(chainHash, number + 1, commit.id(), commit.hash()),
          CommitSummary.of(commit),
          totals.plus(commit));
    }

    /** Whether its chain hash is what it must be behind {@code previous}. */
    public boolean follows(Entry previous) {
      return CommitHash.chain(previous.chainHash, number, commitId, hash).equals(chainHash);
    }

    /** The stream that the commit belongs to; there must be a commit. */
    public StreamId stream() {
      return Commit.streamIn(commitId);
    }
  }

  /**
   * What somebody has to know of an entry who reads the commits in order.
   *
   * @param eventTypes that occur in the commit
   * @param events how many it has
   */
  record Line(long number, String commitId, List<String> eventTypes, int events) {

    public Line {
      eventTypes = List.copyOf(eventTypes);
    }

    /** Of this entry. */
    public static Line of(Entry entry) {
      CommitSummary summary = entry.summary();
      return new Line(
          entry.number(), entry.commitId(), summary.eventTypes(), summary.eventIds().size());
    }
  }

  /** The last entry, {@link Entry#NONE} when there is none. */
  Entry head();

  /**
   * Appends entries in order, at most up to the first that collides.
   *
   * @return false when a number or a commit was taken, or the first entry does not follow one that
   *     exists; then another writer is about, and the caller must read the head again before it
   *     writes anything
   * @throws IllegalArgumentException when the numbers of the entries have a gap
   * @throws io.cornershop.kernel.Unavailable when it is not certain what was written; then too the
   *     head must be read again
   */
  boolean append(List<Entry> entries);

  /** Up to {@code limit} entries behind {@code number}, in order and without a gap. */
  List<Entry> readAfter(long number, int limit);

  /** The lines of the entries that {@link #readAfter} would give, which may cost less. */
  default List<Line> linesAfter(long number, int limit) {
    return readAfter(number, limit).stream().map(Line::of).toList();
  }

  /** The numbers of those commits that have one; the lowest if a damaged log has several. */
  Map<String, Long> numbersOf(Collection<String> commitIds);

  /** Everything up to this number is known to be on Kafka. */
  long published();

  /** Moves the mark; a lower number than the present one changes nothing. */
  void markPublished(long number);

  /** Which topic of this name the log is published to, as far as somebody has marked it. */
  Optional<TopicMark> topic(String name);

  /**
   * Marks which topic the log is published to.
   *
   * @param seen what was marked when the caller looked
   * @return false when another mark is there now
   */
  boolean markTopic(Optional<TopicMark> seen, TopicMark next);
}
