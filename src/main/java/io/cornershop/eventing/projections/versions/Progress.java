package io.cornershop.eventing.projections.versions;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a job has come through the position log.
 *
 * @param number of the last commit that is in the rows; where a restart goes on
 * @param head the number of the last commit there was
 * @param events how many events have been applied
 * @param commitsPerSecond since the present owner began; 0 when that is not known yet
 */
public record Progress(long number, long head, long events, double commitsPerSecond) {

  /** Before the first commit. */
  public static final Progress NONE = new Progress(0, 0, 0, 0);

  /** How long the rest takes at this rate; empty when the rate is not known. */
  public Optional<Duration> timeLeft() {
    return commitsPerSecond <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis((long) (1_000 * (head - number) / commitsPerSecond)));
  }
}
