package io.cornershop.eventing.projections.rebuild;

/** How fast numbers grow, from the moment it is made. One thread. */
final class Pace {

  private static final double NANOS_PER_SECOND = 1e9;

  private final long first;
  private final long start = System.nanoTime();

  Pace(long first) {
    this.first = first;
  }

  /** Numbers per second, when {@code number} is reached now. */
  double to(long number) {
    long nanos = Math.max(1, System.nanoTime() - start);
    return (number - first) * NANOS_PER_SECOND / nanos;
  }
}
