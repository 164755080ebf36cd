package io.cornershop.eventing.consuming.lanes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One lane for the items of many keys. What waits while one batch runs is the next batch, as in a
 * group commit: under little load a batch is one item, and nothing waits for company. A batch that
 * fails is taken apart: each of its items goes alone, and so does every later one of the same key
 * until no item of the key is alone any more. So the items of a key are done in the order they
 * came, one at a time, on whichever way. Holds what was submitted and not begun; the submitter
 * bounds it. Thread-safe.
 *
 * @param <T> an item
 */
public final class BulkLane<T> {

  /**
   * What is done with the items.
   *
   * @param <T> an item
   */
  public interface Work<T> {

    /** Items with equal keys are done in order. */
    Object keyOf(T item);

    /** Whether the item may be part of a batch at this moment. */
    boolean joins(T item);

    /** Runs {@code batches} soon, in another thread. */
    void begin(Runnable batches);

    /** Does all items; false when not all may be done. Does not throw. */
    boolean together(List<T> items);

    /**
     * Does one item, in order with the others of its key that came this way; returns at once.
     *
     * @param settled is run once, when the item is done or given up
     */
    void alone(T item, Runnable settled);
  }

  private final Work<T> work;
  private final int largest;
  private final Queue<T> waiting = new ArrayDeque<>();
  private final Map<Object, Integer> alone = new ConcurrentHashMap<>();
  private boolean running;

  /**
   * @param largest how many items a batch has at most
   */
  public BulkLane(Work<T> work, int largest) {
    this.work = work;
    this.largest = largest;
  }

  /** Puts the item at the end; returns at once. */
  public void submit(T item) {
    synchronized (waiting) {
      waiting.add(item);
      if (running) {
        return;
      }
      running = true;
    }
    work.begin(this::run);
  }

  /** One batch after the other, until nothing waits. */
  private void run() {
    do {
      List<T> batch = gather();
      if (!batch.isEmpty() && !work.together(batch)) {
        batch.forEach(this::goAlone);
      }
    } while (!idle());
  }

  /** Takes from the front what can go together, and sends on its way what must go alone. */
  private List<T> gather() {
    List<T> batch = new ArrayList<>();
    Set<Object> keys = new HashSet<>();
    Optional<T> next = first();
    while (next.isPresent() && batch.size() < largest) {
      T item = next.get();
      Object key = work.keyOf(item);
      if (!alone.containsKey(key) && work.joins(item)) {
        batch.add(item);
        keys.add(key);
      } else if (keys.contains(key)) {
        // Alone it would overtake the one of its key that this batch has.
        return batch;
      } else {
        goAlone(item);
      }
      next = nextAfterFirst();
    }
    return batch;
  }

  private void goAlone(T item) {
    Object key = work.keyOf(item);
    alone.merge(key, 1, Integer::sum);
    work.alone(item, () -> alone.computeIfPresent(key, (k, n) -> n == 1 ? null : n - 1));
  }

  private Optional<T> first() {
    synchronized (waiting) {
      return Optional.ofNullable(waiting.peek());
    }
  }

  private Optional<T> nextAfterFirst() {
    synchronized (waiting) {
      waiting.remove();
      return Optional.ofNullable(waiting.peek());
    }
  }

  /** Whether nothing waits; then the next submitter begins anew. */
  private boolean idle() {
    synchronized (waiting) {
      running = !waiting.isEmpty();
      return !running;
    }
  }
}
