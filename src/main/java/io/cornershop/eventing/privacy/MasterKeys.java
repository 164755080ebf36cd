package io.cornershop.eventing.privacy;

import io.cornershop.kernel.HmacSha256;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and wraps the keys of people, so that who reads the database alone can read nothing of
 * them. Wraps with the current secret, and unwraps also what retired ones have wrapped. Immutable
 * and thread-safe.
 */
public final class MasterKeys {

  private static final int MIN_SECRET = 32;
  private static final int KEY_BYTES = 32;
  private static final String PURPOSE = "cornershop keys of people, version 1";

  private final List<SecretKey> masters;

  /**
   * @throws IllegalArgumentException when a secret has fewer than 32 characters
   */
  public MasterKeys(String current, Collection<String> retired) {
    this.masters =
        Stream.concat(Stream.of(current), retired.stream()).map(MasterKeys::derived).toList();
  }

  private static SecretKey derived(String secret) {
    if (secret.length() < MIN_SECRET) {
      throw new IllegalArgumentException(
          "A master key of personal data has fewer than " + MIN_SECRET + " characters");
    }
    return aes(new HmacSha256(secret).of(PURPOSE));
  }

  /** A new key for a person, wrapped. */
  String newKey(String subject) {
    return Cipher256.encrypt(masters.getFirst(), subject, Cipher256.randomBytes(KEY_BYTES));
  }

  /**
   * The key of a person.
   *
   * @throws IllegalArgumentException when none of the secrets has wrapped it for this person
   */
  SecretKey unwrap(String subject, String wrapped) {
    return masters.stream()
        .map(master -> Cipher256.decrypt(master, subject, wrapped))
        .flatMap(Optional::stream)
        .findFirst()
        .map(MasterKeys::aes)
        .orElseThrow(
            () -> new IllegalArgumentException("The master key of a person's key is not known"));
  }

  private static SecretKey aes(byte[] bytes) {
    return new SecretKeySpec(bytes, "AES");
  }
}
