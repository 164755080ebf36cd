package io.cornershop.eventing.store.verification;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.PositionLog.Entry;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something in the store that is not as it was written.
 *
 * @param stream that it is in, where one can be told
 * @param commitId the commit that it is about, where one can be told
 * @param sequence the first sequence of that commit
 * @param position the first position of that commit, or the position that lacks an entry
 * @param detail a sentence for people
 */
public record Finding(
    Problem problem,
    Optional<StreamId> stream,
    Optional<String> commitId,
    OptionalLong sequence,
    OptionalLong position,
    String detail) {

  /** What can be wrong. */
  public enum Problem {
    /** A commit is not what its hash was made of. */
    CHANGED_COMMIT,
    /** A commit is sealed with a key that this node does not have; it was not checked. */
    UNKNOWN_KEY,
    /** A commit has no key in its seal, but the one before it in its stream has. */
    WEAKER_SEAL,
    /** A commit is so damaged that it cannot be read. */
    UNREADABLE_COMMIT,
    /** A commit is gone: a hole, a cut tail or, from the first on, a deleted stream. */
    MISSING_COMMIT,
    /** A commit is sound in itself, but another one was numbered. */
    REPLACED_COMMIT,
    /** A commit does not follow the one before it in its stream. */
    BROKEN_STREAM,
    /** A number of the position log has no entry: a hole, or a cut tail of the log. */
    MISSING_POSITION,
    /** An entry of the position log is so damaged that it cannot be read. */
    UNREADABLE_ENTRY,
    /** An entry does not follow the one before it. */
    BROKEN_LOG,
    /** An entry says other things of its commit than the commit does. */
    CHANGED_ENTRY,
    /** A commit has more than one number. */
    NUMBERED_TWICE
  }

  /** About the commit that an entry names. */
  static Finding at(Problem problem, Entry entry, String detail) {
    return new Finding(
        problem,
        Optional.of(entry.stream()),
        Optional.of(entry.commitId()),
        OptionalLong.of(Commit.firstSequenceIn(entry.commitId())),
        OptionalLong.of(positionOf(entry.number())),
        detail);
  }

  /** About a commit, at its position if it has one. */
  static Finding of(Problem problem, String commitId, Optional<Entry> entry, String detail) {
    return new Finding(
        problem,
        Optional.of(Commit.streamIn(commitId)),
        Optional.of(commitId),
        OptionalLong.of(Commit.firstSequenceIn(commitId)),
        entry.map(e -> OptionalLong.of(positionOf(e.number()))).orElseGet(OptionalLong::empty),
        detail);
  }

  /** About a number without an entry. */
  static Finding missingPosition(long number, String detail) {
    return atNumber(Problem.MISSING_POSITION, number, detail);
  }

  /** About a number alone. */
  static Finding atNumber(Problem problem, long number, String detail) {
    return new Finding(
        problem,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.of(positionOf(number)),
        detail);
  }

  private static long positionOf(long number) {
    return number * EventEnvelope.POSITIONS_PER_COMMIT;
  }
}
