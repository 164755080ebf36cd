package io.cornershop.rest;

import java.time.Instant;
import java.time.OffsetDateTime;

/** A time as callers write it. Pure. */
final class GivenTime {

  private GivenTime() {}

  /**
   * A text by ISO 8601 with its offset. What {@link Instant#parse} would move to a neighbouring
   * time is refused: a leap second, and the 24th hour.
   *
   * @throws java.time.DateTimeException when it is none
   */
  static Instant parse(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
