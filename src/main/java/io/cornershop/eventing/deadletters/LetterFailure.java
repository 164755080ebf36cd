package io.cornershop.eventing.deadletters;

import io.cornershop.kernel.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Why a letter is not handled. Immutable.
 *
 * @param reason the class of the failure and its message, or what it waits for
 * @param attempts how often it was tried
 * @param first when it first failed or began to wait, in milliseconds
 * @param last when it last failed, in milliseconds
 */
public record LetterFailure(String reason, int attempts, Instant first, Instant last) {

  private static final int LONGEST_REASON = 2_000;

  /** Cuts the times to milliseconds and the reason to a bound. */
  public LetterFailure {
    reason = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    first = first.truncatedTo(ChronoUnit.MILLIS);
    last = last.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Not tried yet. */
  public static LetterFailure waiting(Instant now) {
    return new LetterFailure("It waits behind an earlier event of its key", 0, now, now);
  }

  /** Failed {@code attempts} times. */
  public static LetterFailure of(Throwable failure, int attempts, Instant now) {
    return new LetterFailure(Reason.line(failure), attempts, now, now);
  }

  /** One more try has failed. */
  public LetterFailure again(Throwable failure, Instant now) {
    return new LetterFailure(Reason.line(failure), attempts + 1, first, now);
  }
}
