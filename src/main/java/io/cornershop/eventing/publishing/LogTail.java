package io.cornershop.eventing.publishing;

import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.PositionLog.Entry;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The numbered commits that are to be sent next: those just numbered are at hand, after a take-over
 * or a setback they are read from the log. One thread.
 */
final class LogTail {

  private static final int PAGE = 50;

  private final Outbox outbox;
  private final Deque<NumberedCommit> atHand = new ArrayDeque<>();

  LogTail(Outbox outbox) {
    this.outbox = outbox;
  }

  void add(Collection<NumberedCommit> numbered) {
    atHand.addAll(numbered);
  }

  void clear() {
    atHand.clear();
  }

  /**
   * The commit that has the number after this one, which must exist.
   *
   * @throws IllegalStateException when the log or the store lacks it
   */
  NumberedCommit after(long number) {
    if (atHand.isEmpty()) {
      readAfter(number);
    }
    NumberedCommit next = atHand.isEmpty() ? null : atHand.remove();
    if (next == null || next.number() != number + 1) {
      throw new IllegalStateException("The position log has no entry " + (number + 1));
    }
    return next;
  }

  private void readAfter(long number) {
    List<Entry> entries = outbox.positions().readAfter(number, PAGE);
    Map<String, Commit> commits =
        outbox.commits().readAll(entries.stream().map(Entry::commitId).toList()).stream()
            .collect(Collectors.toMap(Commit::id, Function.identity()));
    for (Entry entry : entries) {
      Commit commit = commits.get(entry.commitId());
      if (commit == null) {
        break;
      }
      atHand.add(new NumberedCommit(entry.number(), commit));
    }
    requireFirst(entries, commits);
  }

  private static void requireFirst(List<Entry> entries, Map<String, Commit> commits) {
    if (!entries.isEmpty() && !commits.containsKey(entries.getFirst().commitId())) {
      throw new IllegalStateException(
          "The store lacks " + entries.getFirst().commitId() + ", which has a position");
    }
  }
}
