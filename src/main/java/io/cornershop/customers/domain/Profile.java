package io.cornershop.customers.domain;

import io.cornershop.kernel.PhoneNumbers;
import io.cornershop.kernel.PlainText;
import io.cornershop.kernel.Rejected;
import java.net.IDN;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the shop knows about a person. */
public record Profile(String name, String email, Optional<String> phone) {

  private static final int MAX_NAME = 200;
  private static final int MAX_EMAIL = 254;
  private static final int MAX_PHONE = 40;

  /** Before the @ no more than every mail server takes: letters of ASCII, each dot between two. */
  private static final String ATOM = "[\\p{ASCII}&&[^\\s\\p{Cntrl}.@<>,;:\"()\\[\\]\\\\]]+";

  /** Only whether mail could go there; whether it arrives, only a mail tells. */
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?=[^@]{1,64}@)%1$s(?:\\.%1$s)*@([\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+)"
              .formatted(ATOM));

  /**
   * Checks a profile that somebody sends.
   *
   * @throws Rejected when a part of it cannot be right
   */
  Profile required() {
    if (!PlainText.isLine(name, MAX_NAME)) {
      throw Rejected.ruleFor(
          "name", "invalid-name", "The name must be one line of 1 to " + MAX_NAME + " characters");
    }
    if (!PlainText.isLine(email, MAX_EMAIL) || !isAddress(email)) {
      throw Rejected.ruleFor(
          "email",
          "invalid-email",
          "The e-mail address must look like name@example.org, with ASCII before the @");
    }
    if (phone.filter(p -> !isNumber(p)).isPresent()) {
      throw Rejected.ruleFor(
          "phone",
          "invalid-phone",
          "The phone number must be written with its country, like +49 30 1234567");
    }
    return this;
  }

  /** One that networks can dial: nobody guesses a country. */
  private static boolean isNumber(String text) {
    return PlainText.isLine(text, MAX_PHONE) && PhoneNumbers.international(text).isPresent();
  }

  private static boolean isAddress(String text) {
    Matcher parts = EMAIL.matcher(text);
    return parts.matches() && isDomain(parts.group(1));
  }

  /** Also one beyond ASCII (RFC 5891). */
  private static boolean isDomain(String name) {
    try {
      return !IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
