package io.cornershop.eventing.commands;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.ForwardingStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.kernel.CommandId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A store that counts what it is asked for, and whose appends a test can hold at a gate or answer
 * otherwise. Thread-safe.
 */
final class ObservedStore extends ForwardingStore {

  final AtomicInteger reads = new AtomicInteger();
  final AtomicInteger lookups = new AtomicInteger();
  final AtomicInteger appends = new AtomicInteger();

  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicBoolean holds = new AtomicBoolean();
  private volatile UnaryOperator<NewCommit> beforeAppend = UnaryOperator.identity();

  ObservedStore(EventStore store) {
    super(store);
  }

  /** The next append waits until the gate is open. */
  void holdTheNextAppend() {
    holds.set(true);
  }

  void openTheGate() {
    gate.countDown();
  }

  /** Is asked before each append, and may throw. */
  void beforeAppend(UnaryOperator<NewCommit> check) {
    beforeAppend = check;
  }

  void forget() {
    reads.set(0);
    lookups.set(0);
    appends.set(0);
  }

  @Override
  public AppendResult append(NewCommit commit) {
    appends.incrementAndGet();
    if (holds.compareAndSet(true, false)) {
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted at the gate", e);
      }
    }
    return super.append(beforeAppend.apply(commit));
  }

  @Override
  public Optional<Commit> findByCommand(CommandId commandId) {
    lookups.incrementAndGet();
    return super.findByCommand(commandId);
  }

  @Override
  public List<Commit> read(StreamId stream, long firstSequence, int maxCommits) {
    reads.incrementAndGet();
    return super.read(stream, firstSequence, maxCommits);
  }
}
