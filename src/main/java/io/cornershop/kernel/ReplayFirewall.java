package io.cornershop.kernel;

import java.util.function.Supplier;

/**
 * Keeps replays from having effects outside: while history is gone through again on a thread, every
 * door to the outside refuses on this thread. A mail, a charge or a command that history caused was
 * caused when it happened. Thread-safe; bound to the thread and not handed down to others, which
 * might outlive the replay.
 *
 * <p>A door is what publishes, takes commands, sends mail, messages or notifications, or moves
 * money. It calls {@link #requireLive} before it does anything.
 */
public final class ReplayFirewall {

  private static final ThreadLocal<String> REPLAY = new ThreadLocal<>();

  private ReplayFirewall() {}

  /**
   * Does {@code work} behind the firewall.
   *
   * @param replay what is being done, for people
   */
  public static <T> T during(String replay, Supplier<T> work) {
    String outer = REPLAY.get();
    REPLAY.set(replay);
    try {
      return work.get();
    } finally {
      restore(outer);
    }
  }

  private static void restore(String outer) {
    if (outer == null) {
      REPLAY.remove();
    } else {
      REPLAY.set(outer);
    }
  }

  /**
   * Lets live work pass.
   *
   * @param door what would have an effect, for people
   * @throws ReplayViolation on a thread that replays
   */
  public static void requireLive(String door) {
    String replay = REPLAY.get();
    if (replay != null) {
      throw new ReplayViolation(door, replay);
    }
  }
}
