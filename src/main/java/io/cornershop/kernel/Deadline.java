package io.cornershop.kernel;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * When an answer is due. What a thread does for one request has one deadline, and everything that
 * may wait under it asks how much is left, so that the bounds of single waits never add up. A
 * thread without one, such as the relay's, waits as long as each operation allows.
 *
 * <p>By the clock that never goes back, so it means nothing on another node. Immutable; the present
 * one belongs to its thread and is not inherited by others.
 *
 * @see <a href="https://grpc.io/docs/guides/deadlines/">deadlines that are passed on, as in
 *     gRPC</a>
 */
public final class Deadline {

  private static final ThreadLocal<Deadline> CURRENT = new ThreadLocal<>();

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  private static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** Gives this thread a deadline, until {@link #end}. */
  public static void begin(Duration time) {
    CURRENT.set(in(time));
  }

  /** Takes the deadline from this thread. */
  public static void end() {
    CURRENT.remove();
  }

  /** The deadline of this thread, if it has one. */
  public static Optional<Deadline> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** How much of {@code bound} this thread may wait: no longer than to its deadline. */
  public static Duration within(Duration bound) {
    return current().map(Deadline::left).filter(left -> left.compareTo(bound) < 0).orElse(bound);
  }

  /** How much is left; zero when it has passed. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** Does work that is due in {@code time}, whatever the thread's deadline is. */
  public static <T> T during(Duration time, Supplier<T> work) {
    return under(in(time), work);
  }

  /** Gives this thread so much more time, until {@link #end}, if it has a deadline. */
  public static void postpone(Duration more) {
    current().map(now -> new Deadline(now.end + more.toNanos())).ifPresent(CURRENT::set);
  }

  /** Does work with so much more time than the thread has; without a deadline there is no need. */
  public static <T> T extendedBy(Duration more, Supplier<T> work) {
    Deadline now = CURRENT.get();
    return now == null ? work.get() : under(new Deadline(now.end + more.toNanos()), work);
  }

  /**
   * Does what would be wrong to leave halfway, with {@code least} when less is left: a short work
   * for others, or a word about how the thread's own work ended.
   */
  public static <T> T withAtLeast(Duration least, Supplier<T> work) {
    boolean enough = within(least).equals(least);
    return enough ? work.get() : under(in(least), work);
  }

  private static <T> T under(Deadline deadline, Supplier<T> work) {
    Deadline before = CURRENT.get();
    CURRENT.set(deadline);
    try {
      return work.get();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }
}
