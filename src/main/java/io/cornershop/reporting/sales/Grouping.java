package io.cornershop.reporting.sales;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;

/**
 * Into which periods a report divides its days. Weeks are those of ISO 8601: they begin on Monday,
 * and the first of a year is the one with its first Thursday.
 */
public enum Grouping {
  DAY("day") {
    @Override
    String nameOf(LocalDate day) {
      return day.toString();
    }

    @Override
    LocalDate lastDayWith(LocalDate day) {
      return day;
    }
  },
  WEEK("week") {
    @Override
    String nameOf(LocalDate day) {
      return "%04d-W%02d"
          .formatted(
              day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    @Override
    LocalDate lastDayWith(LocalDate day) {
      return day.with(ChronoField.DAY_OF_WEEK, 7);
    }
  },
  MONTH("month") {
    @Override
    String nameOf(LocalDate day) {
      return YearMonth.from(day).toString();
    }

    @Override
    LocalDate lastDayWith(LocalDate day) {
      return YearMonth.from(day).atEndOfMonth();
    }
  };

  private final String text;

  Grouping(String text) {
    this.text = text;
  }

  /** The stable spelling; the constant may be renamed. */
  @Override
  public String toString() {
    return text;
  }

  /** The name of the period that a day is in, such as {@code 2026-W53}; later ones are greater. */
  abstract String nameOf(LocalDate day);

  /** The last day of the period that a day is in. */
  abstract LocalDate lastDayWith(LocalDate day);
}
