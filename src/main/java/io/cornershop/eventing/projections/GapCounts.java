package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.StreamId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the gaps that this node has filled since it started. Thread-safe. */
public final class GapCounts implements GapListener {

  private final Map<String, LongAdder> gaps = new ConcurrentHashMap<>();

  @Override
  public void filled(String view, StreamId stream, int events) {
    gaps.computeIfAbsent(view, first -> new LongAdder()).increment();
  }

  /** How many gaps of a view were filled. */
  public long of(String view) {
    LongAdder count = gaps.get(view);
    return count == null ? 0 : count.sum();
  }
}
