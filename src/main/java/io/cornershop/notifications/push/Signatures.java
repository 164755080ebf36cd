package io.cornershop.notifications.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;

/**
 * ES256: ECDSA with P-256 and SHA-256, both numbers of a signature in 32 bytes each. Stateless.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.4">RFC 7518, section 3.4</a>
 */
final class Signatures {

  private static final String ES256 = "SHA256withECDSAinP1363Format";

  private Signatures() {}

  static byte[] sign(ECPrivateKey key, String text) {
    try {
      Signature signature = Signature.getInstance(ES256);
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform here signs with P-256", e);
    }
  }

  static boolean isSigned(ECPublicKey key, String text, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(ES256);
      signature.initVerify(key);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Whether what one signs, the other recognises. */
  static boolean isPair(ECPublicKey publicKey, ECPrivateKey privateKey) {
    return isSigned(publicKey, "cornershop", sign(privateKey, "cornershop"));
  }
}
