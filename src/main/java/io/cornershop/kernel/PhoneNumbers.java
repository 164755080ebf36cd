package io.cornershop.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Telephone numbers as networks dial them: a plus sign, the country's code and the rest, 15 digits
 * at most (ITU-T E.164). Pure.
 */
public final class PhoneNumbers {

  private static final Pattern SEPARATORS = Pattern.compile("[ ()/.-]");

  /** The trunk zero that people write in brackets behind the country's code. */
  private static final Pattern TRUNK = Pattern.compile("\\( ?0 ?\\)");

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private PhoneNumbers() {}

  /**
   * The number in E.164 form, out of what a person writes; empty when it does not say of which
   * country it is, for nobody guesses that.
   */
  public static Optional<String> international(String written) {
    String digits =
        SEPARATORS.matcher(TRUNK.matcher(written.strip()).replaceAll("")).replaceAll("");
    String number = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
    return Optional.of(number).filter(n -> E164.matcher(n).matches());
  }
}
