package io.cornershop.eventing.commands;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.GroupWork;
import io.cornershop.eventing.store.GroupWork.Bounds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Lets the jobs of one stream take turns on this node, in the order in which they came; those that
 * wait at the same moment have their turn together. The store alone keeps a stream right; without
 * turns, though, writers on a hot stream would mostly redo each other's work, and some would never
 * win. Streams do not wait for each other, and one that nobody uses is forgotten. Thread-safe.
 */
final class StreamTurns<J, R> {

  /** How long a command waits for its turn, and then for its answer. */
  private static final Bounds BOUNDS =
      new Bounds(1_000, Duration.ofSeconds(10), Duration.ofSeconds(30));

  private record Lane<J, R>(GroupWork<J, R> work, int users) {

    Lane<J, R> with(int change) {
      return new Lane<>(work, users + change);
    }
  }

  private final ConcurrentMap<StreamId, Lane<J, R>> lanes = new ConcurrentHashMap<>();
  private final Function<List<J>, List<R>> work;

  /**
   * @param work ends all jobs of one turn, in the same order
   */
  StreamTurns(Function<List<J>, List<R>> work) {
    this.work = work;
  }

  /** Does a job when it is its turn; see {@link GroupWork#submit}. */
  Optional<R> submit(StreamId stream, J job) {
    Lane<J, R> lane = lanes.compute(stream, (key, present) -> entered(present));
    try {
      return lane.work().submit(job);
    } finally {
      lanes.compute(stream, (key, present) -> present.users() == 1 ? null : present.with(-1));
    }
  }

  private Lane<J, R> entered(Lane<J, R> present) {
    return present == null
        ? new Lane<>(new GroupWork<>(BOUNDS, () -> job -> true, work), 1)
        : present.with(1);
  }

  /** How many streams are in use. */
  int size() {
    return lanes.size();
  }
}
