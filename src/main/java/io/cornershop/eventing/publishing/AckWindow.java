package io.cornershop.eventing.publishing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was handed to Kafka and is not acknowledged, in the order of the numbers. Knows up to where
 * everything is acknowledged. Thread-safe.
 */
final class AckWindow {

  private static final class Sent {
    private final long number;
    private final long bytes;
    private final long since = System.nanoTime();
    private int open;

    private Sent(long number, int records, long bytes) {
      this.number = number;
      this.open = records;
      this.bytes = bytes;
    }
  }

  private final Deque<Sent> inOrder = new ArrayDeque<>();
  private final Map<Long, Sent> byNumber = new HashMap<>();
  private long acknowledged;
  private long bytes;
  private Optional<Exception> failure = Optional.empty();

  AckWindow(long acknowledged) {
    this.acknowledged = acknowledged;
  }

  /** Notes a commit before its records are handed over. */
  synchronized void sent(long number, int records, long size) {
    Sent sent = new Sent(number, records, size);
    inOrder.add(sent);
    byNumber.put(number, sent);
    bytes += size;
  }

  /** One record of this commit is acknowledged. */
  synchronized void acknowledge(long number) {
    byNumber.get(number).open--;
    while (!inOrder.isEmpty() && inOrder.getFirst().open == 0) {
      Sent done = inOrder.removeFirst();
      byNumber.remove(done.number);
      bytes -= done.bytes;
      acknowledged = done.number;
    }
  }

  /** Notes the first failure and says whether this is it. */
  synchronized boolean fail(Exception cause) {
    boolean first = failure.isEmpty();
    if (first) {
      failure = Optional.of(cause);
    }
    return first;
  }

  synchronized Optional<Exception> failure() {
    return failure;
  }

  /** Everything up to this number is acknowledged. */
  synchronized long acknowledged() {
    return acknowledged;
  }

  synchronized int commits() {
    return inOrder.size();
  }

  synchronized long bytes() {
    return bytes;
  }

  /** How long the oldest commit has been waiting. */
  synchronized Duration oldest() {
    return inOrder.isEmpty()
        ? Duration.ZERO
        : Duration.ofNanos(System.nanoTime() - inOrder.getFirst().since);
  }
}
