package io.cornershop.customers.claims;

import io.cornershop.kernel.HmacSha256;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Turns addresses into keys that tell nothing to who has no secret: HMAC-SHA-256 over the address
 * without the spaces around it and in lower case. Nothing else is made equal: not dots or what
 * stands behind a plus sign, which only the provider of the mailbox can judge, nor the two ways to
 * write an international domain. Immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104, HMAC</a>
 */
public final class EmailKeys {

  private static final int MIN_SECRET = 32;

  private final HmacSha256 secret;

  /**
   * @throws IllegalArgumentException when the secret has fewer than 32 characters
   */
  public EmailKeys(String secret) {
    if (secret.length() < MIN_SECRET) {
      throw new IllegalArgumentException(
          "The secret for e-mail addresses has fewer than " + MIN_SECRET + " characters");
    }
    this.secret = new HmacSha256(secret);
  }

  /** The key of an address: 64 hexadecimal digits. */
  public String of(String email) {
    String same = email.strip().toLowerCase(Locale.ROOT);
    return HexFormat.of().formatHex(secret.of(same));
  }
}
