package io.cornershop.eventing.sagas;

import java.time.Duration;

/**
 * How often something that fails is tried, with a pause that doubles.
 *
 * @param attempts how often in all
 * @param first the pause after the first attempt
 */
public record Retries(int attempts, Duration first) {

  /** Five attempts within about a quarter of a minute. */
  public static final Retries USUAL = new Retries(5, Duration.ofSeconds(1));

  private static final int MOST_DOUBLINGS = 16;

  boolean isLast(int attempt) {
    return attempt >= attempts;
  }

  Duration pauseAfter(int attempt) {
    return first.multipliedBy(1L << Math.clamp(attempt - 1L, 0, MOST_DOUBLINGS));
  }
}
