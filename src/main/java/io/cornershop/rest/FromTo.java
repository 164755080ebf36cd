package io.cornershop.rest;

import io.cornershop.kernel.InvalidValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The query parameters of what lies between two days of the shop, or two times. A day belongs to
 * the range as a whole; a time that ends it does not.
 */
public class FromTo {

  private static final int LAST_YEAR = 9_999;

  @QueryParam("from")
  @Parameter(
      description = "Where the range begins: a day of the shop, or a time",
      example = "2026-11-01")
  private String from;

  @QueryParam("to")
  @Parameter(
      description =
          "Where it ends: a day of the shop, which belongs to it, or the first time behind it",
      example = "2026-11-30")
  private String to;

  /** For the JAX-RS runtime, which fills the fields. */
  public FromTo() {}

  /** A range as callers write it; null for what they leave out. */
  public FromTo(String from, String to) {
    this.from = from;
    this.to = to;
  }

  /**
   * The first moment of the range, if it has one.
   *
   * @throws InvalidValue when it is neither a day nor a time
   */
  public Optional<Instant> begin(ZoneId zone) {
    return Optional.ofNullable(from).map(text -> timeOf("from", text, zone, 0));
  }

  /**
   * The first moment behind the range, if it has an end.
   *
   * @throws InvalidValue when it is neither a day nor a time, or the range ends before it begins
   */
  public Optional<Instant> end(ZoneId zone) {
    lastDay(zone); // two days in the wrong order may touch each other at midnight
    Optional<Instant> end = Optional.ofNullable(to).map(text -> timeOf("to", text, zone, 1));
    requireOrder(begin(zone).flatMap(b -> end.filter(e -> e.isBefore(b))).isEmpty());
    return end;
  }

  /**
   * The first day of the range, if it has one; a time stands for its day.
   *
   * @throws InvalidValue when it is neither a day nor a time
   */
  public Optional<LocalDate> firstDay(ZoneId zone) {
    return Optional.ofNullable(from).map(text -> dayOf("from", text, zone));
  }

  /**
   * The last day of the range, if it has one; a time stands for its day.
   *
   * @throws InvalidValue when it is neither a day nor a time, or the range ends before it begins
   */
  public Optional<LocalDate> lastDay(ZoneId zone) {
    Optional<LocalDate> last = Optional.ofNullable(to).map(text -> dayOf("to", text, zone));
    requireOrder(firstDay(zone).flatMap(f -> last.filter(l -> l.isBefore(f))).isEmpty());
    return last;
  }

  private static Instant timeOf(String field, String text, ZoneId zone, int daysLater) {
    return text.indexOf('T') < 0
        ? dayOf(field, text, zone).plusDays(daysLater).atStartOfDay(zone).toInstant()
        : instantOf(field, text);
  }

  private static LocalDate dayOf(String field, String text, ZoneId zone) {
    if (text.indexOf('T') >= 0) {
      return instantOf(field, text).atZone(zone).toLocalDate();
    }
    try {
      LocalDate day = LocalDate.parse(text);
      requireYear(field, day.getYear());
      return day;
    } catch (DateTimeException e) {
      throw malformed(field);
    }
  }

  private static Instant instantOf(String field, String text) {
    try {
      Instant time = GivenTime.parse(text);
      requireYear(field, Year.from(time.atOffset(ZoneOffset.UTC)).getValue());
      return time;
    } catch (DateTimeException e) {
      throw malformed(field);
    }
  }

  private static void requireYear(String field, int year) {
    if (year < 1 || year > LAST_YEAR) {
      throw malformed(field);
    }
  }

  private static void requireOrder(boolean inOrder) {
    if (!inOrder) {
      throw new InvalidValue("to", "must not be earlier than from");
    }
  }

  private static InvalidValue malformed(String field) {
    return new InvalidValue(
        field, "must be a day such as 2026-11-01 or a time such as 2026-11-01T12:00:00Z");
  }
}
