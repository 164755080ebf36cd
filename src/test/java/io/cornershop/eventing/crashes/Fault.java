package io.cornershop.eventing.crashes;

import java.util.concurrent.atomic.AtomicInteger;

/** Ends its process at once when a point is reached for the n-th time. Thread-safe. */
final class Fault {

  /** By this a death at the wanted point is told from any other. */
  static final int EXIT_CODE = 77;

  /** Never happens. */
  static final Fault NONE = new Fault(FaultPoint.BEFORE_APPEND, Integer.MAX_VALUE);

  private final FaultPoint point;
  private final int hit;
  private final AtomicInteger reached = new AtomicInteger();

  Fault(FaultPoint point, int hit) {
    this.point = point;
    this.hit = hit;
  }

  static Fault parse(String text) {
    String[] words = text.split("/");
    return new Fault(FaultPoint.valueOf(words[0]), Integer.parseInt(words[1]));
  }

  FaultPoint point() {
    return point;
  }

  void reached(FaultPoint at) {
    if (isDue(at)) {
      die();
    }
  }

  /** Counts, and says whether the next step is the last; then {@link #die} has to follow. */
  boolean isDue(FaultPoint at) {
    return at == point && reached.incrementAndGet() >= hit;
  }

  /** No shutdown hook, no flush, no goodbye. */
  void die() {
    Runtime.getRuntime().halt(EXIT_CODE);
  }

  @Override
  public String toString() {
    return point + "/" + hit;
  }
}
