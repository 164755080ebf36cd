package io.cornershop.customers.claims;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

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
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKey secret;

  /**
   * @throws IllegalArgumentException when the secret has fewer than 32 characters
   */
  public EmailKeys(String secret) {
    if (secret.length() < MIN_SECRET) {
      throw new IllegalArgumentException(
          "The secret for e-mail addresses has fewer than " + MIN_SECRET + " characters");
    }
    this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** The key of an address: 64 hexadecimal digits. */
  public String of(String email) {
    String same = email.strip().toLowerCase(Locale.ROOT);
    return HexFormat.of().formatHex(mac().doFinal(same.getBytes(StandardCharsets.UTF_8)));
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
    }
  }
}
