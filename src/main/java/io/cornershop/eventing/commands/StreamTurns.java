package io.cornershop.eventing.commands;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets the commands of one stream take turns on this node, in the order in which they came. The
 * store alone keeps a stream right; without turns, though, writers on a hot stream would mostly
 * redo each other's work, and some would never win. Some streams share a turn. Thread-safe.
 */
final class StreamTurns {

  private static final int LANES = 256;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final List<ReentrantLock> lanes =
      Stream.generate(() -> new ReentrantLock(true)).limit(LANES).toList();

  /**
   * Does the work when it is its turn.
   *
   * @throws Unavailable when the turn does not come in time
   */
  <T> T take(StreamId stream, Supplier<T> work) {
    ReentrantLock lane = lanes.get(Math.floorMod(stream.hashCode(), LANES));
    if (!enter(lane)) {
      throw new Unavailable(stream + " is very busy", Duration.ofSeconds(1), null);
    }
    try {
      return work.get();
    } finally {
      lane.unlock();
    }
  }

  private static boolean enter(ReentrantLock lane) {
    try {
      return lane.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
