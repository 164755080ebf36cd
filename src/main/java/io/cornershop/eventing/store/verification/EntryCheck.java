package io.cornershop.eventing.store.verification;

import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitSummary;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.eventing.store.verification.Finding.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks single entries of the position log against each other and against their commits. Pure. */
final class EntryCheck {

  private EntryCheck() {}

  /** What is wrong between an entry and the one before it. */
  static List<Finding> chain(Entry previous, Entry entry) {
    return entry.follows(previous)
        ? List.of()
        : List.of(
            Finding.at(Problem.BROKEN_LOG, entry, "The entry does not follow the one before it"));
  }

  /**
   * What is wrong with an entry whose commit has another number already.
   *
   * @param numbers the lowest numbers of commits
   */
  static List<Finding> twice(Map<String, Long> numbers, Entry entry) {
    long first = numbers.getOrDefault(entry.commitId(), entry.number());
    return first == entry.number()
        ? List.of()
        : List.of(
            Finding.at(
                Problem.NUMBERED_TWICE, entry, "The commit has the number " + first + " already"));
  }

  /** Whether the entry notes what its commit holds; sums only where the entry before is known. */
  static List<Finding> contents(
      Optional<Entry> before, Entry entry, CommitsRead commits, CommitCheck check) {
    boolean right =
        commits
            .get(entry.commitId())
            .filter(commit -> commit.hash().equals(entry.hash()) && check.isIntact(commit))
            .map(commit -> notes(before, entry, commit))
            .orElse(true);
    return right
        ? List.of()
        : List.of(
            Finding.at(
                Problem.CHANGED_ENTRY, entry, "The entry notes what its commit does not hold"));
  }

  private static boolean notes(Optional<Entry> before, Entry entry, Commit commit) {
    return entry.summary().equals(CommitSummary.of(commit))
        && before.filter(last -> !last.totals().plus(commit).equals(entry.totals())).isEmpty();
  }
}
