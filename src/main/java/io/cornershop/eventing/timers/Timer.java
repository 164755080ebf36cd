package io.cornershop.eventing.timers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something that is to happen.
 *
 * @param id of the timer; together with {@code due} it names one firing
 * @param kind names the handler
 * @param subject what it is about
 * @param due not before this time, in whole milliseconds
 */
public record Timer(String id, String kind, String subject, Instant due) {

  public Timer {
    due = due.truncatedTo(ChronoUnit.MILLIS);
  }
}
