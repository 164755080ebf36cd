package io.cornershop.eventing.consuming.handling;

import io.cornershop.eventing.consuming.held.Failures;
import io.cornershop.eventing.consuming.lanes.Claim;
import io.cornershop.eventing.consuming.partitions.PartitionProgress;
import io.cornershop.eventing.deadletters.DerivedRecords;
import io.cornershop.eventing.deadletters.HeldSequence;
import io.cornershop.eventing.deadletters.HeldSequence.Home;
import io.cornershop.eventing.deadletters.LetterState;
import io.cornershop.eventing.deadletters.SequenceId;
import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import io.cornershop.kernel.Reason;
import io.cornershop.kernel.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Works on the held sequences of one channel: looks each second which there are, and tries those
 * that are due and whose home partition this node has. What waits for an upgrade is tried once
 * after the start, because the upgrade may have been this one. Thread-safe.
 */
public final class HeldWork {

  private static final Logger LOG = System.getLogger(HeldWork.class.getName());
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final int MOST_AT_ONCE = 64;
  private static final int TURNS_PER_SWEEP = 60;

  private final HandlerDispatch dispatch;
  private final Failures failures;
  private final Supplier<Map<Home, PartitionProgress>> owned;
  private final Set<SequenceId> underWay = ConcurrentHashMap.newKeySet();
  private final Set<SequenceId> triedByThisBuild = ConcurrentHashMap.newKeySet();
  private final DerivedRecords records;
  private int turns;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile boolean ended;

  /**
   * @param owned the partitions that this node has at the moment
   * @param records where a record of each letter goes
   */
  public HeldWork(
      HandlerDispatch dispatch,
      Failures failures,
      Supplier<Map<Home, PartitionProgress>> owned,
      DerivedRecords records) {
    this.records = records;
    this.dispatch = dispatch;
    this.failures = failures;
    this.owned = owned;
  }

  /** The work of its thread; returns soon after {@link #stop}. */
  public void run() {
    try (LogScope lines = LogScope.open(LogField.CONSUMER, failures.watch().group())) {
      do {
        turnSafely();
      } while (!stopping.await(INTERVAL.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended = stopping.getCount() > 0;
    }
  }

  public void stop() {
    stopping.countDown();
  }

  /** Why what is held is not tried any more; none before the start and after the stop. */
  public Optional<String> dead() {
    return ended ? Optional.of("the thread that works on held keys has ended") : Optional.empty();
  }

  private void turnSafely() {
    try {
      turn();
    } catch (Unavailable e) {
      LOG.log(Level.DEBUG, "The work on held keys waits: {0}", e.getMessage());
    } catch (RuntimeException e) {
      // Whatever it is: without these turns nothing that is held would ever be tried again.
      LOG.log(Level.ERROR, "The work on held keys failed, it goes on: {0}", Reason.trace(e));
    }
  }

  /** Looks once, and begins what is due. */
  void turn() {
    Map<Home, PartitionProgress> partitions = owned.get();
    List<HeldSequence> all = failures.letters().keys().refreshFor(partitions.values());
    failures.letters().forget(p -> ((PartitionProgress) p).claim() == Claim.GONE);
    triedByThisBuild.retainAll(all.stream().map(HeldSequence::id).toList());
    if (!failures.brake().isOn()) {
      all.stream()
          .filter(sequence -> partitions.containsKey(sequence.home()))
          .filter(this::isDue)
          .forEach(sequence -> begin(sequence, partitions.get(sequence.home())));
    }
    derive(partitions.keySet());
    failures.letters().removeClosed(partitions::containsKey);
  }

  /** Now and then also what another node may have left behind. */
  private void derive(Set<Home> partitions) {
    if (turns++ % TURNS_PER_SWEEP == 0) {
      failures.letters().underived().mayExist();
    }
    failures.letters().underived().send(records, partitions::contains);
  }

  private boolean isDue(HeldSequence sequence) {
    boolean mayBeNew =
        sequence.state() == LetterState.WAITING_FOR_UPGRADE
            && !triedByThisBuild.contains(sequence.id());
    return mayBeNew || sequence.isDue(failures.letters().now());
  }

  private void begin(HeldSequence sequence, PartitionProgress home) {
    SequenceId id = sequence.id();
    if (underWay.size() < MOST_AT_ONCE && underWay.add(id)) {
      if (sequence.state() == LetterState.WAITING_FOR_UPGRADE) {
        triedByThisBuild.add(id);
      }
      if (!dispatch.drain(id, home, () -> underWay.remove(id))) {
        // Its handler is gone: what it held waits until there is one of its name.
        underWay.remove(id);
      }
    }
  }
}
