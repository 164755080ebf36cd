package io.cornershop.eventing.publishing;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells the relay, on this node or another, that commits wait for it. Thread-safe; never blocks and
 * never fails. A wake-up may come twice or for a commit that has its number: it changes nothing
 * then. When more wait than fit, the relay looks for all pending commits instead.
 */
public final class RelaySignal implements CommitListener {

  /** How many wake-ups wait at most. */
  static final int CAPACITY = 4_096;

  /** Commits with more text than this wait as an id only, so that a full queue stays small. */
  private static final int LARGEST_KEPT = 16_384;

  /**
   * One commit to look at.
   *
   * @param commit itself when it is at hand: then it was appended just now, and can hardly have a
   *     number
   */
  record WakeUp(String commitId, Optional<Commit> commit) {

    static WakeUp of(String commitId) {
      return new WakeUp(commitId, Optional.empty());
    }
  }

  private final BlockingQueue<WakeUp> waiting = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicBoolean sweepWanted = new AtomicBoolean();
  private final Bell bell = new Bell();

  /** Wakes the relay for a commit that is durable. */
  @Override
  public void accept(Commit commit) {
    long text = commit.events().stream().map(EventEnvelope::data).mapToLong(String::length).sum();
    add(new WakeUp(commit.id(), Optional.of(commit).filter(c -> text <= LARGEST_KEPT)));
  }

  /** Wakes it for a commit that may have its number long since. */
  @Override
  public void repeated(Commit commit) {
    accept(commit.id());
  }

  /** Lets the relay look for pending commits, for instance after an append with unknown end. */
  public void sweepSoon() {
    sweepWanted.set(true);
    bell.ring();
  }

  /** Wakes the relay for a commit of another node. */
  void accept(String commitId) {
    add(WakeUp.of(commitId));
  }

  private void add(WakeUp wakeUp) {
    if (!waiting.offer(wakeUp)) {
      sweepWanted.set(true);
    }
    bell.ring();
  }

  /** Up to {@code max} wake-ups, in the order in which they came. */
  List<WakeUp> take(int max) {
    List<WakeUp> taken = new ArrayList<>();
    waiting.drainTo(taken, max);
    return taken;
  }

  /**
   * Another relay may have been at work since what waits was appended: each may have its number.
   */
  void distrustWaiting() {
    take(CAPACITY).forEach(wakeUp -> accept(wakeUp.commitId()));
  }

  /** Whether a sweep is wanted; the wish is taken with the answer. */
  boolean takeSweepWish() {
    return sweepWanted.getAndSet(false);
  }

  int size() {
    return waiting.size();
  }

  Bell bell() {
    return bell;
  }
}
