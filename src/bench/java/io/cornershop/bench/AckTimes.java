package io.cornershop.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long it takes from a moment that the sender names to Kafka's acknowledgement. Thread-safe.
 */
final class AckTimes {

  private static final double NANOS_PER_MILLI = 1e6;

  private final Map<String, Long> open = new HashMap<>();
  private final List<Double> millis = new ArrayList<>();

  /** The clock for this aggregate's next record runs from {@code nanos}. */
  synchronized void begin(String aggregateId, long nanos) {
    open.put(aggregateId, nanos);
  }

  /** Its record is acknowledged now; a record that nobody waits for changes nothing. */
  synchronized void end(String aggregateId) {
    Long begun = open.remove(aggregateId);
    if (begun != null) {
      millis.add((System.nanoTime() - begun) / NANOS_PER_MILLI);
    }
  }

  void end(byte[] aggregateId) {
    end(new String(aggregateId, StandardCharsets.UTF_8));
  }

  synchronized boolean isComplete() {
    return open.isEmpty();
  }

  /** The times so far, in milliseconds, and begins anew. */
  synchronized Series take() {
    Series taken = new Series(millis);
    millis.clear();
    return taken;
  }
}
