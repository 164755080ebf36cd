package io.cornershop.kernel;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text that names one thing. Implementations are records with this one component; their
 * constructor calls {@link #requireValid}, so an id that exists is well-formed: 1 to 64 letters,
 * digits, dots, underscores and hyphens, but not {@code .} or {@code ..}, which no path can hold.
 */
public interface Identifier {

  /** The longest identifier, in characters. */
  int MAX_LENGTH = 64;

  /** What an identifier may look like. */
  Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1," + MAX_LENGTH + "}");

  /** What clients take out of a path before they send it. */
  Set<String> PATH_STEPS = Set.of(".", "..");

  /** The text of the id. */
  String value();

  /**
   * Checks the form of an id.
   *
   * @throws InvalidValue when {@code value} is missing or not well-formed
   */
  static void requireValid(String field, String value) {
    if (value == null || !isWellFormed(value) || PATH_STEPS.contains(value)) {
      throw new InvalidValue(
          field, "must be 1 to " + MAX_LENGTH + " letters, digits, dots, underscores or hyphens");
    }
  }

  /** What {@link #FORM} says, without its cost: each id of each event that is read is checked. */
  private static boolean isWellFormed(String value) {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      if (!isAllowed(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllowed(char c) {
    return c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || c >= 'A' && c <= 'Z'
        || c == '-'
        || c == '_'
        || c == '.';
  }
}
