package io.cornershop.notifications;

import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.PersonalData;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where a browser takes push messages (RFC 8030), and the keys to encrypt them for it (RFC 8291).
 *
 * @param id as {@link #idOf} makes it; tells nothing of the endpoint
 * @param endpoint an https address of the browser's push service
 * @param p256dh the browser's public key, an uncompressed point of P-256, Base64 for URLs
 * @param auth the browser's secret of 16 bytes, likewise
 */
public record PushSubscription(
    String id,
    @PersonalData String endpoint,
    @PersonalData String p256dh,
    @PersonalData String auth) {

  private static final int ID_BYTES = 16;

  /** A subscription under the id that its endpoint has for this person. */
  public static PushSubscription of(
      CustomerId customer, String endpoint, String p256dh, String auth) {
    return new PushSubscription(idOf(customer, endpoint), endpoint, p256dh, auth);
  }

  /**
   * The same id for the same endpoint of a person, so that whoever adds it again need not know the
   * first time. An endpoint cannot be guessed (RFC 8030, section 8.3), so its hash hides it.
   */
  public static String idOf(CustomerId customer, String endpoint) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((customer + "\n" + endpoint).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Without endpoint and keys, which belong in no log. */
  @Override
  public String toString() {
    return "push subscription " + id;
  }
}
