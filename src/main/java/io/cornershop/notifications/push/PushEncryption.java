package io.cornershop.notifications.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import javax.crypto.KeyAgreement;

/**
 * Encrypts a message for one browser: its push service sees length and time, and nothing else. Each
 * message has a key pair of its own. Stateless and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8291">RFC 8291</a>
 */
final class PushEncryption {

  /** What every push service takes, with all that is around it (RFC 8291, section 4). */
  static final int MOST_BYTES =
      ContentEncoding.RECORD_BYTES
          - ContentEncoding.SALT_BYTES
          - Integer.BYTES
          - 1
          - P256.POINT_BYTES
          - 17;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] INFO = "WebPush: info\0".getBytes(StandardCharsets.US_ASCII);

  private PushEncryption() {}

  /**
   * The body of a request to the push service.
   *
   * @param text at most {@link #MOST_BYTES}
   */
  static byte[] encrypt(BrowserKeys browser, byte[] text) {
    byte[] salt = new byte[ContentEncoding.SALT_BYTES];
    RANDOM.nextBytes(salt);
    return encrypt(browser, newPair(), salt, text);
  }

  /** The same with a given key pair and salt, neither of which may ever be used again. */
  static byte[] encrypt(BrowserKeys browser, KeyPair own, byte[] salt, byte[] text) {
    byte[] point = P256.pointOf((ECPublicKey) own.getPublic());
    byte[] shared = agreed((ECPrivateKey) own.getPrivate(), browser.key());
    byte[] info =
        ByteBuffer.allocate(INFO.length + 2 * P256.POINT_BYTES)
            .put(INFO)
            .put(P256.pointOf(browser.key()))
            .put(point)
            .array();
    byte[] material = ContentEncoding.expand(ContentEncoding.hmac(browser.secret(), shared), info);
    return ContentEncoding.encode(material, salt, point, text);
  }

  /** The secret that only both of them can compute (ECDH). */
  static byte[] agreed(ECPrivateKey own, ECPublicKey other) {
    try {
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(own);
      agreement.doPhase(other, true);
      return agreement.generateSecret();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Both keys are of P-256", e);
    }
  }

  static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(P256.parameters());
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform here has P-256", e);
    }
  }
}
