package io.cornershop.notifications.messages;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What a provider over HTTP says about when to come again: seconds, or a date (RFC 9110, section
 * 10.2.3). Pure but for the clock.
 */
public final class RetryAfter {

  private static final Duration LONGEST = Duration.ofDays(1);

  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  /** How long to wait, from now, a day at most; empty when the header says nothing sensible. */
  public static Optional<Duration> of(Optional<String> header, Clock clock) {
    return header
        .map(String::strip)
        .flatMap(text -> parsed(text, clock))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
        .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }

  private static Optional<Duration> parsed(String text, Clock clock) {
    if (text.matches("[0-9]+")) {
      // more seconds than a number holds are a long time, and not none
      return Optional.of(
          text.length() <= MOST_DIGITS ? Duration.ofSeconds(Long.parseLong(text)) : LONGEST);
    }
    try {
      ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(clock.instant(), date.toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
