package io.cornershop.eventing.consuming.held;

import io.cornershop.eventing.consuming.ConsumingObserver;
import io.cornershop.eventing.consuming.ConsumingObserver.Arrived;
import io.cornershop.eventing.consuming.held.FailurePolicy.Verdict;
import java.time.Duration;

/**
 * Who is told how events fare with one consumer group. Thread-safe.
 *
 * @param group as Kafka knows it
 */
public record GroupWatch(ConsumingObserver observer, String group) {

  /** Nobody is told. */
  public static final GroupWatch NONE = new GroupWatch(ConsumingObserver.NONE, "");

  /** An event was handled; {@code since} by the clock that never goes back. */
  public void consumed(String eventType, String topic, long since) {
    Duration took = Duration.ofNanos(System.nanoTime() - since);
    observer.consumed(new Arrived(eventType, topic, group), took);
  }

  /** A try has failed. */
  public void failed(String eventType, String topic, Verdict verdict) {
    observer.failed(new Arrived(eventType, topic, group), verdict.word());
  }
}
