package io.cornershop.rest.problems;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Lets one line a second through, because refusals of one outage come in numbers. Thread-safe. */
final class OutageLog {

  private static final Duration APART = Duration.ofSeconds(1);

  private final AtomicReference<Written> last = new AtomicReference<>(new Written(0, false));
  private final AtomicInteger kept = new AtomicInteger();

  private record Written(long at, boolean any) {}

  /**
   * Whether a line may be written now.
   *
   * @param now in nanoseconds, never going back
   * @return how many were kept back since the last; empty when this one is, too
   */
  OptionalInt line(long now) {
    Written before = last.get();
    boolean free = !before.any() || now - before.at() >= APART.toNanos();
    if (free && last.compareAndSet(before, new Written(now, true))) {
      return OptionalInt.of(kept.getAndSet(0));
    }
    kept.incrementAndGet();
    return OptionalInt.empty();
  }
}
