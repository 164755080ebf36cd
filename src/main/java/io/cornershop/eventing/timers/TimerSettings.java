package io.cornershop.eventing.timers;

import java.time.Clock;
import java.time.Duration;

/**
 * How a node fires timers.
 *
 * @param clock of this node: by it timers are due and claims end
 * @param interval how long after a look the next one begins
 * @param claim how long a timer is held; longer than a handler usually takes
 * @param atOnce at most so many are fired at the same moment
 */
public record TimerSettings(Clock clock, Duration interval, Duration claim, int atOnce) {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 8;

  /** What the platform uses, except for the interval. */
  public static TimerSettings usual(Clock clock, Duration interval) {
    return new TimerSettings(clock, interval, Duration.ofSeconds(30), 16);
  }

  /**
   * How long a timer rests after its handler has failed: twice as long each time, at most some four
   * minutes.
   *
   * @param failures at least 1
   */
  Duration pauseAfter(int failures) {
    return FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
  }
}
