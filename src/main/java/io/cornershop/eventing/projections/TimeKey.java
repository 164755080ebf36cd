package io.cornershop.eventing.projections;

import java.time.Instant;

/**
 * A row's place in a list by time, as a text that sorts like the time: milliseconds, and the id of
 * the row, so that no two rows have the same place. Pure.
 */
public final class TimeKey {

  private static final char BEHIND_TIME = '/';

  private TimeKey() {}

  /** Where what happened at this time begins; what happened later is greater. */
  public static String of(Instant time) {
    return "%015d".formatted(Math.max(0, time.toEpochMilli()));
  }

  /** The place of one row. */
  public static String of(Instant time, String id) {
    return of(time) + BEHIND_TIME + id;
  }

  /** The time in the place of a row, in milliseconds. */
  public static Instant timeIn(String key) {
    return Instant.ofEpochMilli(Long.parseLong(key.substring(0, key.indexOf(BEHIND_TIME))));
  }

  /** The id in the place of a row. */
  public static String idIn(String key) {
    return key.substring(key.indexOf(BEHIND_TIME) + 1);
  }
}
