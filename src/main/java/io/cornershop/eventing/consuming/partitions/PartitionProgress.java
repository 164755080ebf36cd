package io.cornershop.eventing.consuming.partitions;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.lanes.Claim;
import io.cornershop.eventing.consuming.partitions.OffsetTracker.Committable;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One partition from the moment it is assigned to this node until it leaves. A partition that comes
 * back gets a new one, so that late work of the old assignment cannot touch it. Thread-safe.
 */
public final class PartitionProgress {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition settled = lock.newCondition();
  private final CountDownLatch leaving = new CountDownLatch(1);
  private final OffsetTracker offsets;
  private final Runnable freed;
  private final Set<Long> dropped = new HashSet<>();
  private final Map<Long, Long> since = new HashMap<>();
  private boolean historyOpen;
  private volatile boolean gone;

  /** A partition that nobody has committed yet, and whose room nobody waits for. */
  public PartitionProgress() {
    this(new OffsetTracker(), () -> {});
  }

  /**
   * @param freed is run whenever a record is finished
   */
  PartitionProgress(OffsetTracker offsets, Runnable freed) {
    this.offsets = offsets;
    this.freed = freed;
  }

  /** Whether the record is to be handled, and not finished since an earlier assignment. */
  public boolean delivered(long offset) {
    lock.lock();
    try {
      boolean wanted = offsets.delivered(offset);
      if (wanted) {
        since.put(offset, System.nanoTime());
      }
      return wanted;
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> question) {
    lock.lock();
    try {
      return question.get();
    } finally {
      lock.unlock();
    }
  }

  /** Records that the log does not have come now; nothing is committed until they are finished. */
  void openHistory() {
    lock.lock();
    try {
      historyOpen = true;
    } finally {
      lock.unlock();
    }
  }

  void deliveredFromHistory(long offset) {
    lock.lock();
    try {
      offsets.deliveredFromHistory(offset);
      since.put(offset, System.nanoTime());
    } finally {
      lock.unlock();
    }
  }

  /** All records that the log does not have were delivered. */
  void closeHistory() {
    lock.lock();
    try {
      historyOpen = false;
    } finally {
      lock.unlock();
    }
  }

  /** Whether all records that the log does not have are finished. */
  boolean historyFinished() {
    return locked(() -> !historyOpen && !offsets.historyUnfinished());
  }

  /** The first unfinished record and how long it has been here; by the node's monotonic clock. */
  Optional<ConsumerStatus.Oldest> oldest() {
    return locked(
        () ->
            offsets
                .oldest()
                .map(
                    offset ->
                        new ConsumerStatus.Oldest(
                            offset, Duration.ofNanos(System.nanoTime() - since.get(offset)))));
  }

  void finished(long offset) {
    lock.lock();
    try {
      offsets.finished(offset);
      since.remove(offset);
      dropped.remove(offset);
      settled.signalAll();
    } finally {
      lock.unlock();
    }
    freed.run();
  }

  /** Nobody works on the record any more, and it is not finished. */
  void dropped(long offset) {
    lock.lock();
    try {
      dropped.add(offset);
      settled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public Optional<Long> position() {
    return locked(() -> offsets.position());
  }

  /** Everything of the log before this offset is finished; 0 when nothing is known. */
  long finishedUpTo() {
    return locked(() -> offsets.finishedUpTo().orElse(0L));
  }

  public int unfinished() {
    return locked(() -> offsets.unfinished());
  }

  Optional<Committable> committable() {
    return locked(() -> historyOpen ? Optional.empty() : offsets.committable());
  }

  public Claim claim() {
    if (gone) {
      return Claim.GONE;
    }
    return leaving.getCount() == 0 ? Claim.LEAVING : Claim.OURS;
  }

  /**
   * Lets a record wait for its next try.
   *
   * @return false as soon as the partition is about to leave
   */
  boolean pause(Duration wait) throws InterruptedException {
    return !leaving.await(wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** From now on what fails is not tried again. */
  void leave() {
    leaving.countDown();
  }

  /** Waits until nobody works on the partition; false when that takes longer than {@code bound}. */
  boolean awaitSettled(Duration bound) throws InterruptedException {
    long left = bound.toNanos();
    lock.lock();
    try {
      while (offsets.unfinished() > dropped.size() && left > 0) {
        left = settled.awaitNanos(left);
      }
      return offsets.unfinished() <= dropped.size();
    } finally {
      lock.unlock();
    }
  }

  /** From now on nothing of the partition is begun. */
  public void abandon() {
    gone = true;
    leave();
  }
}
