package io.cornershop.notifications.messages;

import io.cornershop.notifications.Channel;
import java.util.Optional;

/**
 * Brings messages of one channel out of the house. Implementations are thread-safe, bound the time
 * that a call takes, and answer with an {@link Outcome} instead of throwing when the provider is
 * not there. Every method throws {@link io.cornershop.kernel.ReplayViolation} on a thread that
 * replays.
 */
public interface Transport {

  /** What it serves. */
  Channel channel();

  /**
   * Who takes messages to this address. Where one is down, the others of the channel go on.
   *
   * @return the same name for the same provider; empty where there is only one
   */
  default String provider(String address) {
    return "";
  }

  /**
   * Room for one attempt, with the connection that it needs where one can be made before. Closing
   * it leaves both to others. For one thread.
   */
  interface Seat extends AutoCloseable {

    /** Why the provider cannot be reached, so that there is nothing to try; mostly empty. */
    default Optional<Outcome.NotNow> obstacle() {
      return Optional.empty();
    }

    @Override
    void close();
  }

  /**
   * Waits a bounded time until there is room for one attempt. Whoever delivers holds a seat
   * meanwhile, and has it before anybody is told of the attempt: who waits for room tries nothing.
   *
   * @return empty when it is still busy
   */
  default Optional<Seat> seat() {
    return Optional.of(() -> {});
  }

  /**
   * Tries once to deliver, from a seat without an obstacle. As {@link #deliver(OutgoingMessage)}.
   *
   * @param seat one of this transport, that was used for nothing else
   */
  default Outcome deliver(OutgoingMessage message, Seat seat) {
    return deliver(message);
  }

  /**
   * Tries once to deliver. Whoever cannot tell whether the provider took the message answers {@link
   * Outcome.Unknown}, and never tries a second time by itself.
   */
  Outcome deliver(OutgoingMessage message);

  /**
   * Asks what became of a message whose outcome is unknown; sends nothing.
   *
   * @return {@link Outcome.Unknown} when the provider cannot be asked or does not know
   */
  Outcome ask(OutgoingMessage message);
}
