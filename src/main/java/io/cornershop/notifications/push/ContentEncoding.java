package io.cornershop.notifications.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The content coding {@code aes128gcm}, in one record. Stateless.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8188">RFC 8188</a>
 */
final class ContentEncoding {

  static final int SALT_BYTES = 16;

  /** What a whole record may hold, with tag and delimiter. */
  static final int RECORD_BYTES = 4096;

  private static final int KEY_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final byte LAST_RECORD = 2;
  private static final String HMAC = "HmacSHA256";

  private ContentEncoding() {}

  /**
   * The encoded text.
   *
   * @param material the input keying material
   * @param keyId what tells the receiver of the key
   * @throws IllegalArgumentException when the text does not fit into a record
   */
  static byte[] encode(byte[] material, byte[] salt, byte[] keyId, byte[] text) {
    if (text.length + 1 + TAG_BYTES > RECORD_BYTES) {
      throw new IllegalArgumentException("The text is too long for one record");
    }
    byte[] padded = Arrays.copyOf(text, text.length + 1);
    padded[text.length] = LAST_RECORD;
    byte[] sealed = seal(material, salt, padded);
    return ByteBuffer.allocate(SALT_BYTES + Integer.BYTES + 1 + keyId.length + sealed.length)
        .put(salt)
        .putInt(RECORD_BYTES)
        .put((byte) keyId.length)
        .put(keyId)
        .put(sealed)
        .array();
  }

  private static byte[] seal(byte[] material, byte[] salt, byte[] padded) {
    byte[] secret = hmac(salt, material);
    byte[] key = derived(secret, "Content-Encoding: aes128gcm\0", KEY_BYTES);
    byte[] nonce = derived(secret, "Content-Encoding: nonce\0", NONCE_BYTES);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
      return cipher.doFinal(padded);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM", e);
    }
  }

  private static byte[] derived(byte[] secret, String info, int length) {
    return Arrays.copyOf(expand(secret, info.getBytes(StandardCharsets.US_ASCII)), length);
  }

  /** The first 32 bytes of HKDF's second step (RFC 5869). */
  static byte[] expand(byte[] secret, byte[] info) {
    byte[] block = Arrays.copyOf(info, info.length + 1);
    block[info.length] = 1;
    return hmac(secret, block);
  }

  /** HKDF's first step, too. */
  static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC with SHA-256", e);
    }
  }
}
