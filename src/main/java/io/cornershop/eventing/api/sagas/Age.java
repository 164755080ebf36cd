package io.cornershop.eventing.api.sagas;

import io.cornershop.kernel.InvalidValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;

/** An age as callers write it: 90s, 15m, 2h, 3d, or by ISO 8601. Pure. */
final class Age {

  private static final Duration LONGEST = Duration.ofDays(36_525);

  private Age() {}

  /**
   * Reads it.
   *
   * @throws InvalidValue when it is none, is negative, or longer than a century
   */
  static Duration parse(String field, String text) {
    Duration age = read(field, text);
    if (age.isNegative() || age.compareTo(LONGEST) > 0) {
      throw malformed(field);
    }
    return age;
  }

  private static Duration read(String field, String text) {
    try {
      String upper = text.toUpperCase(Locale.ROOT);
      if (upper.matches("[0-9]{1,9}[SMH]")) {
        return Duration.parse("PT" + upper);
      }
      return Duration.parse(upper.matches("[0-9]{1,9}D") ? "P" + upper : upper);
    } catch (DateTimeException | ArithmeticException e) {
      throw malformed(field);
    }
  }

  private static InvalidValue malformed(String field) {
    return new InvalidValue(field, "must be an age such as 90s, 15m, 2h, 3d or PT15M");
  }
}
