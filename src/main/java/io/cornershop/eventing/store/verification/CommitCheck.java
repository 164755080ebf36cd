package io.cornershop.eventing.store.verification;

import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitSeals;
import io.cornershop.eventing.store.CommitSeals.Verdict;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.eventing.store.verification.Finding.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks single commits against their seal, their predecessor and their entry. Immutable and
 * thread-safe.
 */
final class CommitCheck {

  private final CommitSeals seals;

  CommitCheck(CommitSeals seals) {
    this.seals = seals;
  }

  /** Whether a commit is what its seal was made of. */
  boolean isIntact(Commit commit) {
    return seals.check(commit) == Verdict.INTACT;
  }

  /** What is wrong with a commit, seen by itself and by its entry in the log. */
  List<Finding> of(Commit commit, Optional<Entry> entry) {
    List<Finding> findings = new ArrayList<>();
    switch (seals.check(commit)) {
      case INTACT -> {}
      case CHANGED -> findings.add(changed(commit, entry));
      case UNKNOWN_KEY -> findings.add(unknownKey(commit, entry));
    }
    if (entry.filter(e -> !e.hash().equals(commit.hash())).isPresent()) {
      findings.add(
          Finding.of(
              Problem.REPLACED_COMMIT,
              commit.id(),
              entry,
              "The position log notes another hash of this commit"));
    }
    return findings;
  }

  private static Finding changed(Commit commit, Optional<Entry> entry) {
    return Finding.of(
        Problem.CHANGED_COMMIT, commit.id(), entry, "The commit is not what its hash was made of");
  }

  private static Finding unknownKey(Commit commit, Optional<Entry> entry) {
    return Finding.of(
        Problem.UNKNOWN_KEY,
        commit.id(),
        entry,
        "The commit is sealed with a key that is not among those of this node");
  }

  /** What is wrong between a commit and the one before it in its stream. */
  static List<Finding> between(Commit predecessor, Commit commit, Optional<Entry> entry) {
    boolean follows =
        commit.firstSequence() == predecessor.lastSequence() + 1
            && commit.previousCommit().equals(predecessor.id())
            && commit.previousHash().equals(predecessor.hash());
    List<Finding> findings = new ArrayList<>();
    if (!follows) {
      findings.add(broken(commit, entry, predecessor.id()));
    }
    if (CommitSeals.isKeyed(predecessor.hash()) && !CommitSeals.isKeyed(commit.hash())) {
      findings.add(
          Finding.of(
              Problem.WEAKER_SEAL,
              commit.id(),
              entry,
              "The commit is sealed without a key, the one before it with one"));
    }
    return findings;
  }

  /** What is wrong with the first commit of a stream, as such. */
  static List<Finding> beginning(Commit commit, Optional<Entry> entry) {
    boolean first = commit.previousCommit().isEmpty() && commit.previousHash().isEmpty();
    return first ? List.of() : List.of(broken(commit, entry, "nothing"));
  }

  private static Finding broken(Commit commit, Optional<Entry> entry, String predecessor) {
    return Finding.of(
        Problem.BROKEN_STREAM,
        commit.id(),
        entry,
        "The commit was not written behind " + predecessor + ", which is before it");
  }
}
