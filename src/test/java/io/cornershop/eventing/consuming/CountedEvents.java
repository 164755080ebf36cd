package io.cornershop.eventing.consuming;

import io.cornershop.eventing.events.EventEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** Many counters that all count to the same number, their events mixed. */
public final class CountedEvents {

  public static final int KEYS = 200;
  public static final int PER_KEY = 25;
  public static final int TOTAL = KEYS * PER_KEY;

  private static final int LONGEST_DELAY_NANOS = 3_000_000;

  private CountedEvents() {}

  /** All of them, as they lie on a topic. */
  public static List<EventEnvelope> all() {
    List<EventEnvelope> events = new ArrayList<>();
    for (int sequence = 1; sequence <= PER_KEY; sequence++) {
      for (int key = 0; key < KEYS; key++) {
        events.add(ConsumingFixtures.counted("key-" + key, sequence));
      }
    }
    return events;
  }

  /** What a handler has handled that got all of them once and in order. */
  public static Map<String, List<Long>> inOrder() {
    Map<String, List<Long>> expected = new TreeMap<>();
    for (int key = 0; key < KEYS; key++) {
      expected.put("key-" + key, LongStream.rangeClosed(1, PER_KEY).boxed().toList());
    }
    return expected;
  }

  /** Makes a handler's work take different times. */
  public static void delay() {
    delay(1);
  }

  public static void delay(int times) {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(times * LONGEST_DELAY_NANOS));
  }

  /** Makes a handler's work last until the test opens the gate. */
  public static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
