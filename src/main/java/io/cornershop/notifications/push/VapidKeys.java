package io.cornershop.notifications.push;

import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/**
 * The key pair by which push services know the shop. Immutable.
 *
 * @param publicText the public key, an uncompressed point in Base64 for URLs
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8292">RFC 8292</a>
 */
public record VapidKeys(String publicText, ECPrivateKey privateKey) {

  /**
   * The keys as they are configured, both Base64 for URLs.
   *
   * @throws IllegalArgumentException when they are no key pair of P-256
   */
  public static VapidKeys of(String publicKey, String privateKey) {
    ECPublicKey point = P256.publicKey(decoded(publicKey)).orElseThrow(VapidKeys::noPair);
    ECPrivateKey number = P256.privateKey(decoded(privateKey)).orElseThrow(VapidKeys::noPair);
    VapidKeys keys =
        new VapidKeys(
            Base64.getUrlEncoder().withoutPadding().encodeToString(P256.pointOf(point)), number);
    if (!Signatures.isPair(point, number)) {
      throw noPair();
    }
    return keys;
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static IllegalArgumentException noPair() {
    return new IllegalArgumentException(
        "cornershop.notifications.push.public-key and private-key are no key pair of P-256");
  }

  /** Without the private key. */
  @Override
  public String toString() {
    return "VAPID key " + publicText;
  }
}
