package io.cornershop.eventing.timers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a {@link TimerNode} needs besides {@link Timers}; the same promises hold. */
public interface TimerStore extends Timers {

  /**
   * The timers that are due and that nobody holds, the oldest first.
   *
   * @param now by the caller's clock, also for the end of claims
   * @param limit at most so many, at least 1
   */
  List<DueTimer> due(Instant now, int limit);

  /**
   * Holds a timer, if it is as {@code seen}: of those who have seen the same, one wins.
   *
   * @return what the winner has seen to; empty for the others, and when it was moved or is gone
   */
  Optional<DueTimer> claim(DueTimer seen, Instant until);

  /** Lets a claim end at another time; nothing happens when it is not as {@code mine} any more. */
  void hold(DueTimer mine, Instant until);

  /** Takes a timer away, if it still is for this due time. */
  void remove(Timer fired);
}
