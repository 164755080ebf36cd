package io.cornershop.rest;

import io.cornershop.kernel.InvalidValue;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A place in a list that is sorted by time, and by id among what has the same time.
 *
 * @param id without a line feed
 */
public record PlaceInTime(Instant at, String id) {

  private static final char SEPARATOR = ' ';

  /** The cursor of this place; {@code list} as in {@link Cursor#within(String, String)}. */
  public Cursor within(String list) {
    return Cursor.within(list, at.toString() + SEPARATOR + id);
  }

  /**
   * The place that a cursor names.
   *
   * @throws InvalidValue when the cursor is of another list, or of the same with other filters
   */
  public static PlaceInTime of(Cursor cursor, String list) {
    String place = cursor.textIn(list);
    int end = place.indexOf(SEPARATOR);
    try {
      return new PlaceInTime(
          Instant.parse(place.substring(0, Math.max(0, end))), place.substring(end + 1));
    } catch (DateTimeException e) {
      throw Cursor.malformed();
    }
  }
}
