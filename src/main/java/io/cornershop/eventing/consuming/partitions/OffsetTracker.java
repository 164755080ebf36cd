package io.cornershop.eventing.consuming.partitions;

import java.util.Optional;
import java.util.TreeSet;

/**
 * Which offsets of one partition may be committed: all before the first one that is not finished.
 * Holds only what is unfinished, so its size is that of the work in flight, however far the
 * partition has run ahead of a held event. Not thread-safe.
 */
final class OffsetTracker {

  /**
   * What to commit.
   *
   * @param offset everything before it is finished
   * @param note what is finished behind it
   */
  record Committable(long offset, CommitNote note) {}

  private static final long UNKNOWN = -1;

  private final long committed;
  private final TreeSet<Long> unfinished = new TreeSet<>();
  private CommitNote before;
  private long next;

  /** A partition that nobody has committed yet. */
  OffsetTracker() {
    this(UNKNOWN, CommitNote.NONE);
  }

  /** A partition that was left at {@code committed}, with what the last owner noted there. */
  OffsetTracker(long committed, CommitNote before) {
    this.committed = committed;
    this.next = committed;
    this.before = before;
  }

  /**
   * Takes the next record of the partition.
   *
   * @return false when it was finished by an earlier owner and is not to be handled again
   */
  boolean delivered(long offset) {
    if (offset < committed) {
      // The log was cut or begins anew: what was noted is about other records.
      before = CommitNote.NONE;
    }
    next = offset + 1;
    return !before.finished(offset) && unfinished.add(offset);
  }

  /** Takes a record that does not come from the partition's log; its offset is below zero. */
  void deliveredFromHistory(long offset) {
    unfinished.add(offset);
  }

  /** Whether records are unfinished that are not of the log. */
  boolean historyUnfinished() {
    return !unfinished.isEmpty() && unfinished.first() < 0;
  }

  /** Everything of the log before this offset is finished. */
  Optional<Long> finishedUpTo() {
    return position().map(p -> Optional.ofNullable(unfinished.ceiling(0L)).orElse(p));
  }

  /** The first unfinished record. */
  Optional<Long> oldest() {
    return unfinished.isEmpty() ? Optional.empty() : Optional.of(unfinished.first());
  }

  void finished(long offset) {
    unfinished.remove(offset);
  }

  int unfinished() {
    return unfinished.size();
  }

  /** The offset after the last record that was delivered; empty while none is known. */
  Optional<Long> position() {
    return next == UNKNOWN ? Optional.empty() : Optional.of(next);
  }

  /** Empty too while history is unfinished: what was committed last stays, and it comes again. */
  Optional<Committable> committable() {
    return finishedUpTo()
        .filter(offset -> !historyUnfinished())
        .map(offset -> new Committable(offset, before.continuedBy(next, unfinished)));
  }
}
