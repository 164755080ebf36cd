package io.cornershop.eventing.deadletters;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When a held sequence is tried again by itself: exponential backoff with jitter, so that what
 * failed together does not come back together. Thread-safe.
 */
public final class RetrySchedule {

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST_DOUBLINGS = 10;
  private static final double JITTER = 0.5;

  private final RandomGenerator random;

  public RetrySchedule(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The next try of a letter.
   *
   * @param state the one that the letter has now
   * @param attempts how often it was tried
   */
  public Instant next(LetterState state, int attempts, Instant now) {
    return now.plus(shortened(state == LetterState.RETRYING ? doubled(attempts) : LONGEST));
  }

  private static Duration doubled(int attempts) {
    Duration wait = FIRST.multipliedBy(1L << Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private Duration shortened(Duration wait) {
    return Duration.ofMillis((long) (wait.toMillis() * (1 - JITTER * random.nextDouble())));
  }
}
