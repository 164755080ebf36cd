package io.cornershop.notifications.push;

import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.PushSubscription;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The other side: decrypts as RFC 8291 and RFC 8188 say, with steps of its own. */
public final class PushBrowser {

  private static final String SECRET = "BTBZMqHH6r4Tts7J_aSIgg";

  private final KeyPair keys = PushEncryption.newPair();

  public PushSubscription subscription(CustomerId customer, String endpoint) {
    String point =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(P256.pointOf((ECPublicKey) keys.getPublic()));
    return PushSubscription.of(customer, endpoint, point, SECRET);
  }

  /** What the message says; fails when it was not encrypted for this browser. */
  public String read(byte[] body) {
    ByteBuffer in = ByteBuffer.wrap(body);
    byte[] salt = taken(in, 16);
    int recordSize = in.getInt();
    byte[] point = taken(in, in.get() & 0xff);
    byte[] sealed = taken(in, in.remaining());
    if (sealed.length > recordSize) {
      throw new AssertionError("More than one record");
    }
    byte[] padded = opened(inputKey(point), salt, sealed);
    int end = padded.length - 1;
    while (padded[end] == 0) {
      end--;
    }
    if (padded[end] != 2) {
      throw new AssertionError("The last record ends with " + padded[end]);
    }
    return new String(padded, 0, end, StandardCharsets.UTF_8);
  }

  private byte[] inputKey(byte[] point) {
    byte[] shared =
        PushEncryption.agreed(
            (ECPrivateKey) keys.getPrivate(), P256.publicKey(point).orElseThrow());
    byte[] info =
        joined(
            "WebPush: info\0".getBytes(StandardCharsets.US_ASCII),
            joined(P256.pointOf((ECPublicKey) keys.getPublic()), point));
    return hkdf(Base64.getUrlDecoder().decode(SECRET), shared, info, 32);
  }

  private static byte[] opened(byte[] material, byte[] salt, byte[] sealed) {
    byte[] key = hkdf(salt, material, ascii("Content-Encoding: aes128gcm\0"), 16);
    byte[] nonce = hkdf(salt, material, ascii("Content-Encoding: nonce\0"), 12);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      return cipher.doFinal(sealed);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("The message is not for this browser", e);
    }
  }

  private static byte[] hkdf(byte[] salt, byte[] material, byte[] info, int length) {
    byte[] secret = hmac(salt, material);
    return Arrays.copyOf(hmac(secret, joined(info, new byte[] {1})), length);
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  private static byte[] taken(ByteBuffer from, int count) {
    byte[] bytes = new byte[count];
    from.get(bytes);
    return bytes;
  }
}
