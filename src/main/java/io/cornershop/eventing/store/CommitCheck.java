package io.cornershop.eventing.store;

import io.cornershop.eventing.store.Finding.Problem;
import io.cornershop.eventing.store.PositionLog.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks single commits against their hash, their predecessor and their entry. Pure. */
final class CommitCheck {

  private CommitCheck() {}

  /** What is wrong with a commit, seen by itself and by its entry in the log. */
  static List<Finding> of(Commit commit, Optional<Entry> entry) {
    List<Finding> findings = new ArrayList<>();
    if (!CommitHash.of(commit).equals(commit.hash())) {
      findings.add(
          Finding.of(
              Problem.CHANGED_COMMIT,
              commit.id(),
              entry,
              "The commit is not what its hash was made of"));
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

  /** What is wrong between a commit and the one before it in its stream. */
  static List<Finding> between(Commit predecessor, Commit commit, Optional<Entry> entry) {
    boolean follows =
        commit.firstSequence() == predecessor.lastSequence() + 1
            && commit.previousCommit().equals(predecessor.id())
            && commit.previousHash().equals(predecessor.hash());
    return follows ? List.of() : List.of(broken(commit, entry, predecessor.id()));
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
