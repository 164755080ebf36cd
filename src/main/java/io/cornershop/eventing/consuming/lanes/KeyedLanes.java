package io.cornershop.eventing.consuming.lanes;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs tasks with equal keys one after the other in the order they came, and tasks with different
 * keys at the same time, at most {@code parallelism} of them. A task that has to be tried again
 * holds its lane, but no place among the running ones. Thread-safe.
 */
public final class KeyedLanes {

  /** One piece of work. Its methods do not throw, but for the interrupt of a pause. */
  public interface Task {

    /** Tries; empty when there is nothing more to do, else the wait before the next try. */
    Optional<Duration> attempt();

    Claim claim();

    /** Waits for the next try; false as soon as there will be none. */
    boolean pause(Duration wait) throws InterruptedException;

    /** Is told that it is not tried any more. */
    void drop();
  }

  private static final Duration IDLE_THREAD = Duration.ofSeconds(5);

  private final Map<Object, Queue<Task>> lanes = new HashMap<>();
  private final ThreadFactory threads;
  private final ThreadPoolExecutor running;

  public KeyedLanes(ThreadFactory threads, int parallelism) {
    this.threads = threads;
    this.running =
        new ThreadPoolExecutor(
            parallelism,
            parallelism,
            IDLE_THREAD.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            threads,
            // After the close nothing begins.
            new ThreadPoolExecutor.DiscardPolicy());
    running.allowCoreThreadTimeOut(true);
  }

  /** Puts the task at the end of its key's lane; returns at once. */
  public void submit(Object key, Task task) {
    synchronized (lanes) {
      Queue<Task> lane = lanes.computeIfAbsent(key, k -> new ArrayDeque<>());
      lane.add(task);
      if (lane.size() == 1) {
        running.execute(() -> work(key, task));
      }
    }
  }

  /** Whether the key has work. */
  public boolean isBusy(Object key) {
    synchronized (lanes) {
      return lanes.containsKey(key);
    }
  }

  /** How many keys have work. */
  public int busyKeys() {
    synchronized (lanes) {
      return lanes.size();
    }
  }

  /** Begins nothing more, waits at most {@code bound} for what runs, then interrupts it. */
  public void close(Duration bound) throws InterruptedException {
    running.shutdown();
    if (!running.awaitTermination(bound.toMillis(), TimeUnit.MILLISECONDS)) {
      running.shutdownNow();
    }
  }

  private void work(Object key, Task first) {
    Optional<Task> next = Optional.of(first);
    while (next.isPresent()) {
      next = advance(key, next.get());
    }
  }

  /** The next task of the lane that can be tried now. */
  private Optional<Task> advance(Object key, Task task) {
    if (task.claim() == Claim.GONE) {
      return drop(key, task);
    }
    Optional<Duration> again = task.attempt();
    if (again.isEmpty()) {
      return successor(key);
    }
    if (task.claim() != Claim.OURS) {
      return drop(key, task);
    }
    threads.newThread(() -> hold(key, task, again.get())).start();
    return Optional.empty();
  }

  private void hold(Object key, Task task, Duration wait) {
    try {
      Optional<Task> next = task.pause(wait) ? Optional.of(task) : drop(key, task);
      next.ifPresent(ready -> running.execute(() -> work(key, ready)));
    } catch (InterruptedException e) {
      // The server takes its threads back: the lane ends here, unfinished.
      task.drop();
    }
  }

  /** Order is kept: what waits behind a dropped task and leaves like it is dropped as well. */
  private Optional<Task> drop(Object key, Task failed) {
    failed.drop();
    Optional<Task> next = successor(key);
    while (next.isPresent() && next.get().claim() != Claim.OURS) {
      next.get().drop();
      next = successor(key);
    }
    return next;
  }

  /** Takes the head off the lane. */
  private Optional<Task> successor(Object key) {
    synchronized (lanes) {
      Queue<Task> lane = lanes.get(key);
      lane.remove();
      if (lane.isEmpty()) {
        lanes.remove(key);
      }
      return Optional.ofNullable(lane.peek());
    }
  }
}
