package io.cornershop.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 with one key. Immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104, HMAC</a>
 */
public final class HmacSha256 {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKey key;

  /**
   * @param secret whose UTF-8 bytes are the key; not empty
   */
  public HmacSha256(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** The code of a text in UTF-8: 32 bytes. */
  public byte[] of(String text) {
    return begun().doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  /** For what comes piece by piece; used by one thread. */
  public Mac begun() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
    }
  }
}
