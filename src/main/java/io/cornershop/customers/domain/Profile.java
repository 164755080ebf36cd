package io.cornershop.customers.domain;

import io.cornershop.kernel.PlainText;
import io.cornershop.kernel.Rejected;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the shop knows about a person. */
public record Profile(String name, String email, Optional<String> phone) {

  private static final int MAX_NAME = 200;
  private static final int MAX_EMAIL = 254;

  /** Only whether mail could go there; whether it arrives, only a mail tells. */
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

  /** Digits as people write them, 5 to 15 of them (ITU-T E.164 allows no more). */
  private static final Pattern PHONE = Pattern.compile("\\+?(?:[ ()/.-]?[0-9][ ()/.-]?){5,15}");

  /**
   * Checks a profile that somebody sends.
   *
   * @throws Rejected when a part of it cannot be right
   */
  Profile required() {
    if (!PlainText.isLine(name, MAX_NAME)) {
      throw Rejected.rule(
          "invalid-name", "The name must be one line of 1 to " + MAX_NAME + " characters");
    }
    if (!PlainText.isLine(email, MAX_EMAIL) || !EMAIL.matcher(email).matches()) {
      throw Rejected.rule("invalid-email", "The e-mail address must look like name@example.org");
    }
    if (phone.filter(p -> !PHONE.matcher(p).matches()).isPresent()) {
      throw Rejected.rule("invalid-phone", "The phone number must have 5 to 15 digits");
    }
    return this;
  }
}
