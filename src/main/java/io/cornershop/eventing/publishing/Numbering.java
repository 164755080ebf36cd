package io.cornershop.eventing.publishing;

import io.cornershop.eventing.publishing.CommitOrder.Arranged;
import io.cornershop.eventing.publishing.RelaySignal.WakeUp;
import io.cornershop.eventing.publishing.RelayStatus.Condition;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.PositionLog.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Gives durable commits their numbers. Knows the head of the position log by itself as long as it
 * is the only writer; when it is not, everything it knows is worthless. One thread.
 */
final class Numbering {

  private static final int LONGEST_APPEND = 500;

  /**
   * What became of a batch of wake-ups.
   *
   * @param numbered dense, behind the former head
   * @param settled wake-ups of commits that had numbers before
   */
  record Numbered(List<NumberedCommit> numbered, Set<String> settled) {}

  private final PositionLog log;
  private final NumberedIds known;
  private final CommitOrder order;
  private final BooleanSupplier held;
  private Entry head = Entry.NONE;

  /**
   * @param held whether this node is still the relay
   */
  Numbering(Outbox outbox, BooleanSupplier held) {
    this.log = outbox.positions();
    this.known = new NumberedIds(log);
    this.order =
        new CommitOrder(outbox.commits(), known, type -> outbox.types().topicOf(type).isPresent());
    this.held = held;
  }

  /** Begins at the log's head, forgetting everything. */
  void start() {
    known.forget();
    head = log.head();
  }

  /** The number of the last commit that has one. */
  long head() {
    return head.number();
  }

  /**
   * Numbers what has no number among these commits and their predecessors.
   *
   * @throws RelaySetback when another writer was first or this node is no longer the relay
   */
  Numbered number(Collection<WakeUp> wakeUps) {
    Arranged arranged = order.arrange(wakeUps);
    requireNoneBehindHead();
    List<Commit> ready = arranged.ready();
    List<NumberedCommit> numbered = new ArrayList<>(ready.size());
    for (int from = 0; from < ready.size(); from += LONGEST_APPEND) {
      List<Commit> next = ready.subList(from, Math.min(ready.size(), from + LONGEST_APPEND));
      numbered.addAll(append(next));
    }
    return new Numbered(numbered, arranged.settled());
  }

  private List<NumberedCommit> append(List<Commit> commits) {
    List<Entry> entries = new ArrayList<>(commits.size());
    List<NumberedCommit> numbered = new ArrayList<>(commits.size());
    Entry last = head;
    for (Commit commit : commits) {
      last = last.next(commit);
      entries.add(last);
      numbered.add(new NumberedCommit(last.number(), commit));
    }
    requireHeld();
    if (!log.append(entries)) {
      throw contested();
    }
    head = last;
    numbered.forEach(n -> known.add(n.commit().id(), n.number()));
    return numbered;
  }

  /** A commit that another writer has numbered would wait, unsent, for the next append. */
  private void requireNoneBehindHead() {
    if (known.highest() > head.number()) {
      throw contested();
    }
  }

  private RelaySetback contested() {
    return new RelaySetback(
        Condition.CONTESTED, "Another relay has written behind number " + head.number(), null);
  }

  private void requireHeld() {
    if (!held.getAsBoolean()) {
      throw new RelaySetback(Condition.STANDBY, "Another node is the relay", null);
    }
  }
}
