package io.cornershop.notifications.push;

import io.cornershop.notifications.PushSubscription;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Optional;

/**
 * What a message for one browser is encrypted with.
 *
 * @param key the browser's public key
 * @param secret its authentication secret of 16 bytes
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8291#section-3">RFC 8291, section 3</a>
 */
record BrowserKeys(ECPublicKey key, byte[] secret) {

  private static final int SECRET_BYTES = 16;

  /** The keys of a subscription; empty when they are none. */
  static Optional<BrowserKeys> of(PushSubscription subscription) {
    return point(subscription.p256dh())
        .flatMap(key -> secret(subscription.auth()).map(secret -> new BrowserKeys(key, secret)));
  }

  static Optional<ECPublicKey> point(String text) {
    return decoded(text).flatMap(P256::publicKey);
  }

  static Optional<byte[]> secret(String text) {
    return decoded(text).filter(bytes -> bytes.length == SECRET_BYTES);
  }

  private static Optional<byte[]> decoded(String text) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
