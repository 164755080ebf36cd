package io.cornershop.eventing.consuming.partitions;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.lanes.Claim;
import io.cornershop.eventing.consuming.partitions.OffsetTracker.Committable;
import java.time.Duration;
import java.time.Instant;
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
  private final Map<Long, Since> since = new HashMap<>();
  private boolean historyOpen;
  private int visitors;
  private volatile boolean gone;

  /** When a record came, by the node's monotonic clock, and when it was written. */
  private record Since(long nanos, Optional<Instant> written) {

    static Since now(Optional<Instant> written) {
      return new Since(System.nanoTime(), written);
    }
  }

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
    return delivered(offset, Optional.empty());
  }

  /** The same of a record that was written at that time. */
  boolean delivered(long offset, Optional<Instant> written) {
    return locked(
        () -> {
          boolean wanted = offsets.delivered(offset);
          if (wanted) {
            since.put(offset, Since.now(written));
          }
          return wanted;
        });
  }

  private <T> T locked(Supplier<T> question) {
    lock.lock();
    try {
      return question.get();
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable change) {
    locked(
        () -> {
          change.run();
          settled.signalAll();
          return settled;
        });
  }

  /** Records that the log does not have come now; nothing is committed until they are finished. */
  void openHistory() {
    change(() -> historyOpen = true);
  }

  void deliveredFromHistory(long offset) {
    change(
        () -> {
          offsets.deliveredFromHistory(offset);
          since.put(offset, Since.now(Optional.empty()));
        });
  }

  void closeHistory() {
    change(() -> historyOpen = false);
  }

  /** Whether all records that the log does not have are finished. */
  boolean historyFinished() {
    return locked(() -> !historyOpen && !offsets.historyUnfinished());
  }

  /** The first unfinished record and how long it has been here; by the node's monotonic clock. */
  Optional<ConsumerStatus.Oldest> oldest() {
    return locked(() -> offsets.oldest().map(this::aged));
  }

  private ConsumerStatus.Oldest aged(long offset) {
    Since came = since.get(offset);
    Duration age = Duration.ofNanos(System.nanoTime() - came.nanos());
    return new ConsumerStatus.Oldest(offset, age, came.written());
  }

  void finished(long offset) {
    change(
        () -> {
          offsets.finished(offset);
          since.remove(offset);
          dropped.remove(offset);
        });
    freed.run();
  }

  /** Nobody works on the record any more, and it is not finished. */
  void dropped(long offset) {
    change(() -> dropped.add(offset));
  }

  /**
   * Begins work that is for the partition but not for one of its records in flight, such as a try
   * of what is held; the partition does not leave before its {@link #exit}, if that is in time.
   *
   * @return false when it is about to leave: begin nothing
   */
  public boolean enter() {
    return locked(() -> leaving.getCount() > 0 && ++visitors > 0);
  }

  public void exit() {
    change(() -> visitors--);
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
      while (isWorkedOn() && left > 0) {
        left = settled.awaitNanos(left);
      }
      return !isWorkedOn();
    } finally {
      lock.unlock();
    }
  }

  private boolean isWorkedOn() {
    return offsets.unfinished() > dropped.size() || visitors > 0;
  }

  /** From now on nothing of the partition is begun. */
  public void abandon() {
    gone = true;
    leave();
  }
}
