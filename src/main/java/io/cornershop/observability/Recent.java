package io.cornershop.observability;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * An answer that is not asked for more often than once in a while, and by one at a time, however
 * many want it: whoever comes while it is asked for gets the one before. Thread-safe.
 */
final class Recent<T> {

  private record Given<T>(T answer, long at) {}

  private final Duration apart;
  private final LongSupplier nanos;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Optional<Given<T>> last = Optional.empty();

  /**
   * @param nanos a clock that never goes back, in nanoseconds
   */
  Recent(Duration apart, LongSupplier nanos) {
    this.apart = apart;
    this.nanos = nanos;
  }

  T get(Supplier<T> question) {
    Optional<Given<T>> before = last;
    if (before.filter(this::isFresh).isPresent()) {
      return before.get().answer();
    }
    if (before.isPresent() && asking.isLocked() && !asking.isHeldByCurrentThread()) {
      return before.get().answer();
    }
    return ask(question);
  }

  /** Whoever has waited for the first answer takes it. */
  private T ask(Supplier<T> question) {
    asking.lock();
    try {
      Optional<Given<T>> given = last.filter(this::isFresh);
      if (given.isPresent()) {
        return given.get().answer();
      }
      T answer = question.get();
      last = Optional.of(new Given<>(answer, nanos.getAsLong()));
      return answer;
    } finally {
      asking.unlock();
    }
  }

  private boolean isFresh(Given<T> given) {
    return nanos.getAsLong() - given.at() < apart.toNanos();
  }
}
