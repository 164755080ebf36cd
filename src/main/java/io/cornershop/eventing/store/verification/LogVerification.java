package io.cornershop.eventing.store.verification;

import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitSeals;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.eventing.store.UnreadableEntry;
import io.cornershop.eventing.store.verification.Finding.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Goes through the position log and the commits that it names, and finds what is not as it was
 * written. Reads only, a bounded part in each step; thread-safe.
 *
 * <p>What it cannot find: a tail of the log that is gone together with the mark of what was
 * published, and a history that somebody has written anew from some point to the end. Against both
 * helps a {@link Checkpoint} that is kept elsewhere.
 */
public final class LogVerification {

  /**
   * How far a log was verified, and what it was like up to there: whoever keeps it can tell later
   * whether the history before it has been rewritten.
   */
  public record Checkpoint(long number, String chainHash) {

    /** Before the first entry. */
    public static final Checkpoint BEGINNING = new Checkpoint(0, "");

    private static Checkpoint at(Entry entry) {
      return new Checkpoint(entry.number(), entry.chainHash());
    }
  }

  private final EventStore store;
  private final PositionLog log;
  private final CommitCheck check;

  /**
   * @param seals with all keys that were ever used
   */
  public LogVerification(EventStore store, PositionLog log, CommitSeals seals) {
    this.store = store;
    this.log = log;
    this.check = new CommitCheck(seals);
  }

  /**
   * Verifies up to {@code max} entries behind a checkpoint.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  public Verified<Checkpoint> check(Checkpoint from, int max) {
    List<Finding> findings = new ArrayList<>();
    Optional<Entry> before = before(from, findings);
    List<Entry> entries;
    try {
      entries = log.readAfter(from.number(), max);
    } catch (UnreadableEntry e) {
      return upTo(e.number(), from, findings);
    }
    if (entries.isEmpty()) {
      return behindTheEnd(from, max, findings);
    }
    findings.addAll(checkAll(before, entries));
    Entry last = entries.getLast();
    boolean more = entries.size() == max || isBehind(last.number());
    return new Verified<>(entries.size(), findings, Checkpoint.at(last), more);
  }

  /** What lies before a damaged entry, or that it is damaged when nothing lies before it. */
  private Verified<Checkpoint> upTo(long damaged, Checkpoint from, List<Finding> findings) {
    long before = damaged - 1 - from.number();
    if (before > 0) {
      Verified<Checkpoint> part = check(from, Math.toIntExact(before));
      return new Verified<>(part.checked(), part.findings(), part.reached(), true);
    }
    findings.add(Finding.atNumber(Problem.UNREADABLE_ENTRY, damaged, "The entry cannot be read"));
    return new Verified<>(1, findings, new Checkpoint(damaged, ""), isBehind(damaged));
  }

  /** The entry of the checkpoint, if it is still what it was. */
  private Optional<Entry> before(Checkpoint from, List<Finding> findings) {
    if (from.equals(Checkpoint.BEGINNING)) {
      return Optional.of(Entry.NONE);
    }
    Optional<Entry> entry = readable(from.number());
    if (from.chainHash().isEmpty()) { // behind a hole or a damaged entry
      return entry;
    }
    if (entry.isEmpty()) {
      findings.add(
          Finding.missingPosition(from.number(), "The entry was there when it was last verified"));
    }
    entry
        .filter(e -> !e.chainHash().equals(from.chainHash()))
        .map(e -> Finding.at(Problem.BROKEN_LOG, e, "The log up to here has been rewritten"))
        .ifPresent(findings::add);
    return entry;
  }

  /** There is no next entry: the end, a cut tail, or a hole. */
  private Verified<Checkpoint> behindTheEnd(Checkpoint from, int max, List<Finding> findings) {
    long number = from.number();
    boolean behind = isBehind(number);
    if (!behind || isThere(number + 1)) { // the end, or the log has grown meanwhile
      return new Verified<>(0, findings, from, behind);
    }
    long last = number + max;
    long next =
        LongStream.rangeClosed(number + 2, last)
            .filter(this::isThere)
            .findFirst()
            .orElse(Math.min(last, Math.max(number + 1, log.published())) + 1);
    findings.add(
        Finding.missingPosition(
            number + 1,
            "The position log lacks its entries %d to %d".formatted(number + 1, next - 1)));
    return new Verified<>(0, findings, new Checkpoint(next - 1, ""), isBehind(next - 1));
  }

  /** Whether there must be an entry behind this number. */
  private boolean isBehind(long number) {
    return log.published() > number || isThere(number + 1) || isThere(number + 2);
  }

  private Optional<Entry> readable(long number) {
    try {
      return entry(number);
    } catch (UnreadableEntry e) {
      return Optional.empty();
    }
  }

  private boolean isThere(long number) {
    try {
      return entry(number).isPresent();
    } catch (UnreadableEntry e) {
      return true;
    }
  }

  private Optional<Entry> entry(long number) {
    return log.readAfter(number - 1, 1).stream().findFirst();
  }

  private List<Finding> checkAll(Optional<Entry> before, List<Entry> entries) {
    List<String> ids = entries.stream().map(Entry::commitId).toList();
    CommitsRead commits = CommitsRead.of(store, ids);
    CommitsRead predecessors = CommitsRead.of(store, predecessorsOf(commits, ids));
    Map<String, Long> numbers = log.numbersOf(ids);
    List<Finding> findings = new ArrayList<>();
    Optional<Entry> last = before;
    for (Entry entry : entries) {
      last.ifPresent(previous -> findings.addAll(EntryCheck.chain(previous, entry)));
      findings.addAll(EntryCheck.twice(numbers, entry));
      findings.addAll(checkCommit(entry, commits, predecessors));
      findings.addAll(EntryCheck.contents(last, entry, commits, check));
      last = Optional.of(entry);
    }
    return findings;
  }

  private static List<String> predecessorsOf(CommitsRead commits, List<String> ids) {
    return ids.stream()
        .flatMap(id -> commits.get(id).stream())
        .map(Commit::previousCommit)
        .filter(id -> !id.isEmpty())
        .distinct()
        .toList();
  }

  private List<Finding> checkCommit(Entry entry, CommitsRead commits, CommitsRead predecessors) {
    Optional<Commit> commit = commits.get(entry.commitId());
    if (commit.isEmpty()) {
      return List.of(absent(entry, commits));
    }
    Optional<Entry> of = Optional.of(entry);
    return Stream.concat(check.of(commit.get(), of).stream(), link(commit.get(), of, predecessors))
        .toList();
  }

  private static Finding absent(Entry entry, CommitsRead commits) {
    return commits.isUnreadable(entry.commitId())
        ? Finding.at(Problem.UNREADABLE_COMMIT, entry, "The commit cannot be read")
        : Finding.at(Problem.MISSING_COMMIT, entry, "The store lacks the commit");
  }

  /** A predecessor that is gone is found at its own entry. */
  private static Stream<Finding> link(
      Commit commit, Optional<Entry> entry, CommitsRead predecessors) {
    if (commit.firstSequence() == 1) {
      return CommitCheck.beginning(commit, entry).stream();
    }
    return predecessors.get(commit.previousCommit()).stream()
        .flatMap(previous -> CommitCheck.between(previous, commit, entry).stream());
  }
}
