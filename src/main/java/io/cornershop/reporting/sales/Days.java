package io.cornershop.reporting.sales;

import io.cornershop.kernel.InvalidValue;
import io.cornershop.rest.FromTo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days that a report is about.
 *
 * @param first the first of them
 * @param last the last of them, not before the first
 */
record Days(LocalDate first, LocalDate last) {

  /** How many days a report covers when the caller does not say where it begins. */
  static final int USUAL = 30;

  /** The most days of a report. */
  static final int MOST = 366;

  /**
   * The days that a caller wants: up to today, when it does not say where they end.
   *
   * @throws InvalidValue when they are in the wrong order or more than {@value #MOST}
   */
  static Days of(FromTo range, ZoneId zone, Clock clock) {
    LocalDate last = range.lastDay(zone).orElseGet(() -> LocalDate.now(clock.withZone(zone)));
    LocalDate first = range.firstDay(zone).orElseGet(() -> last.minusDays(USUAL - 1L));
    if (first.isAfter(last)) {
      throw new InvalidValue("from", "must not be later than today, when there is no to");
    }
    if (first.plusDays(MOST).compareTo(last) <= 0) {
      throw new InvalidValue("from", "must be at most " + (MOST - 1) + " days before to");
    }
    return new Days(first, last);
  }

  boolean include(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
