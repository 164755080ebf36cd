package io.cornershop.eventing.store.verification;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitSeals;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.eventing.store.StreamCommits;
import io.cornershop.eventing.store.UnreadableCommit;
import io.cornershop.eventing.store.verification.Finding.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Goes through one stream and finds what is not as it was written: by the hashes of its commits, by
 * the chain between them, and by the position log, which still names what the store has lost. Reads
 * only, a bounded part in each step; thread-safe.
 */
public final class StreamVerification {

  private final EventStore store;
  private final PositionLog log;
  private final StreamCommits commits;
  private final CommitCheck check;

  /**
   * @param seals with all keys that were ever used
   */
  public StreamVerification(EventStore store, PositionLog log, CommitSeals seals) {
    this.store = store;
    this.log = log;
    this.commits = new StreamCommits(store);
    this.check = new CommitCheck(seals);
  }

  /** Whether the store has the stream or has ever had it. */
  public boolean isKnown(StreamId stream) {
    String first = Commit.idOf(stream, 1);
    return log.numbersOf(List.of(first)).containsKey(first)
        || !CommitsRead.of(store, List.of(first)).ids().isEmpty();
  }

  /**
   * Verifies up to {@code max} commits from the one that begins with {@code sequence}, which is 1
   * or what an earlier step has reached.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  public Verified<Long> check(StreamId stream, long sequence, int max) {
    Walk walk = new Walk(stream, sequence);
    while (walk.checked < max && walk.step()) {
      walk.checked++;
    }
    return new Verified<>(walk.checked, walk.findings, walk.next, walk.checked == max);
  }

  /** One way along a stream. */
  private final class Walk {

    private final StreamId stream;
    private final List<Finding> findings = new ArrayList<>();
    private Optional<Commit> previous;
    private long next;
    private int checked;

    Walk(StreamId stream, long sequence) {
      this.stream = stream;
      this.next = sequence;
      this.previous = sequence == 1 ? Optional.empty() : readable(sequence - 1);
    }

    private Optional<Commit> readable(long sequence) {
      try {
        return commits.holding(stream, sequence);
      } catch (UnreadableCommit e) {
        return Optional.empty();
      }
    }

    /**
     * Checks what is, or must have been, next; false at the end. The stream may grow meanwhile, so
     * a commit is missed only when it is looked for after what proves that it must be there.
     */
    boolean step() {
      String id = Commit.idOf(stream, next);
      Optional<Entry> entry = entryOf(id);
      CommitsRead read = CommitsRead.of(store, List.of(id));
      if (read.get(id).isPresent()) {
        return pass(read.get(id).get(), entry);
      }
      if (read.isUnreadable(id)) {
        return lose(Problem.UNREADABLE_COMMIT, id, entry);
      }
      if (entry.isEmpty()) {
        return follower(next) > 0
            && (exists(id) ? step() : lose(Problem.MISSING_COMMIT, id, entry));
      }
      return lose(Problem.MISSING_COMMIT, id, entry);
    }

    private boolean exists(String id) {
      return !CommitsRead.of(store, List.of(id)).ids().isEmpty();
    }

    private boolean pass(Commit commit, Optional<Entry> entry) {
      findings.addAll(check.of(commit, entry));
      if (next == 1) {
        findings.addAll(CommitCheck.beginning(commit, entry));
      }
      previous.ifPresent(p -> findings.addAll(CommitCheck.between(p, commit, entry)));
      previous = Optional.of(commit);
      next = commit.lastSequence() + 1;
      return true;
    }

    private boolean lose(Problem problem, String id, Optional<Entry> entry) {
      String detail =
          problem == Problem.MISSING_COMMIT
              ? "The store lacks the commit"
              : "The commit cannot be read";
      findings.add(Finding.of(problem, id, entry, detail));
      previous = Optional.empty();
      long follower = follower(next);
      long length = entry.map(e -> (long) e.summary().eventIds().size()).orElse(1L);
      next = entry.isEmpty() && follower > 0 ? follower : next + length;
      return true;
    }

    /** The first sequence of the next commit that exists, as far away as one can be; else 0. */
    private long follower(long sequence) {
      List<String> ids =
          LongStream.rangeClosed(sequence + 1, sequence + NewCommit.MAX_EVENTS)
              .mapToObj(n -> Commit.idOf(stream, n))
              .toList();
      return CommitsRead.of(store, ids).ids().stream()
          .findFirst()
          .map(Commit::firstSequenceIn)
          .orElse(0L);
    }

    private Optional<Entry> entryOf(String id) {
      Map<String, Long> numbers = log.numbersOf(List.of(id));
      return Optional.ofNullable(numbers.get(id))
          .flatMap(number -> log.readAfter(number - 1, 1).stream().findFirst());
    }
  }
}
