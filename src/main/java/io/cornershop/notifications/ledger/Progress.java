package io.cornershop.notifications.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a message is. Times are in milliseconds.
 *
 * @param why of a state that needs a reason; one line without personal data; while it is being
 *     tried, the mark of the attempt
 * @param attempts how often a provider was asked to take it
 * @param asks how often a provider was asked what became of it
 * @param at when this was noted
 * @param due before this time nothing is done: another attempt, the end of a claim, another ask
 * @param reference how the provider calls it
 * @param sentAt when the provider took it
 */
public record Progress(
    State state,
    Optional<String> why,
    int attempts,
    int asks,
    Instant at,
    Instant due,
    Optional<String> reference,
    Optional<Instant> sentAt) {

  /** Of a message that is to be sent. */
  public static Progress pending(Instant at) {
    return first(State.PENDING, Optional.empty(), at);
  }

  /** Of a message that is not sent, at least not without somebody's word. */
  public static Progress notSent(State state, String why, Instant at) {
    return first(state, Optional.of(why), at);
  }

  private static Progress first(State state, Optional<String> why, Instant at) {
    return new Progress(state, why, 0, 0, at, at, Optional.empty(), Optional.empty());
  }

  /** The next state; attempts, asks and what the provider said stay. */
  public Progress to(State next, Optional<String> reason, Instant now, Instant nextDue) {
    return new Progress(next, reason, attempts, asks, now, nextDue, reference, sentAt);
  }

  /**
   * An attempt begins, and is another's affair from {@code until} on.
   *
   * @param mark by which whoever begins it knows it again, among all that have ever begun one
   */
  public Progress trying(String mark, Instant now, Instant until) {
    return new Progress(
        State.SENDING, Optional.of(mark), attempts + 1, 0, now, until, reference, sentAt);
  }

  /** The provider has it. */
  public Progress sent(String by, Instant now) {
    return new Progress(
        State.SENT, Optional.empty(), attempts, asks, now, now, Optional.of(by), Optional.of(now));
  }

  /** Asked once more, without an answer. */
  public Progress asked(Instant now, Instant nextDue) {
    return new Progress(state, why, attempts, asks + 1, now, nextDue, reference, sentAt);
  }
}
